package org.magicanime.dataset.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.review.Look;
import org.magicanime.dataset.domain.review.QueueFilter;
import org.magicanime.dataset.domain.review.ReviewDeciding;
import org.magicanime.dataset.domain.review.ReviewReader;
import org.magicanime.dataset.domain.review.ReviewerReader;

/// Where people decide about items: the queue, and the form on an item's page.
@Path("/review")
@Blocking
public class ReviewPages {
    private static final Duration KEPT = Duration.ofDays(365);
    private static final int MOST_CONFLICTS = 200;

    private final ReviewDeciding deciding;
    private final ReviewReader reviews;
    private final ReviewerReader people;
    private final ItemPages pages;

    ReviewPages(ReviewDeciding deciding, ReviewReader reviews, ReviewerReader people, ItemPages pages) {
        this.deciding = deciding;
        this.reviews = reviews;
        this.people = people;
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance queue(@BeanParam QueueParams asked, @Context RoutingContext context) {
        Reviewer reviewer = Reviewer.of(context, "");
        // Words that cannot be are told before the page is made.
        QueueFilter filter = asked.filter(reviewer.name());
        return Pages.review(
                asked, reviewer, filter.look() == Look.SAMPLE ? SampleRow.of(reviews.estimate(filter)) : null);
    }

    /// Many items at a time, of one subset: faces, if none is asked for.
    @GET
    @Path("grid")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance grid(@BeanParam QueueParams asked, @Context RoutingContext context) {
        if (asked.getSubset().isEmpty()) {
            asked.subset = DataSubset.FACE_REENACTMENT.toString();
        }
        Reviewer reviewer = Reviewer.of(context, "");
        // Words that cannot be are told before the page is made.
        asked.filter(reviewer.name());
        return Pages.grid(asked, reviewer);
    }

    /// Keeps the name of who decides in this browser, for a year; an empty one is forgotten.
    @POST
    @Path("name")
    @Operation(hidden = true)
    public Response call(@RestForm @DefaultValue("") String name, @Context HttpServerRequest request) {
        String kept = name.isBlank() ? "" : Reviewer.encoded(Reviewer.checked(name));
        return Response.status(Status.SEE_OTHER)
                .header("Location", "/review")
                .cookie(new NewCookie.Builder(Reviewer.COOKIE)
                        .value(kept)
                        .path("/")
                        .maxAge(kept.isEmpty() ? 0 : (int) KEPT.toSeconds())
                        .httpOnly(true)
                        .sameSite(SameSite.STRICT)
                        .secure(LoginResource.isSecure(request))
                        .build())
                .build();
    }

    @GET
    @Path("people")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance people() {
        return Pages.reviewers(
                people.work().stream().map(WorkRow::of).toList(),
                people.agreements().stream().map(AgreementRow::of).toList(),
                people.conflicts(MOST_CONFLICTS).stream().map(ConflictRow::of).toList());
    }

    /// Leads back to the item's page, which shows what came of it; shows that page with a reason where it cannot be.
    @POST
    @Operation(hidden = true)
    public Response decide(
            @RestForm @DefaultValue("") String subset,
            @RestForm @DefaultValue("") String id,
            @RestForm @DefaultValue("") String params,
            @RestForm @DefaultValue("") String decision,
            @RestForm @DefaultValue("") String reason,
            @RestForm @DefaultValue("") String caption,
            @RestForm @DefaultValue("") String difficulty,
            @Context RoutingContext context) {
        DataSubset known = ReviewsResource.subset(subset);
        LedgerKey key = new LedgerKey(known.stage(), known.kind(), id, params);
        try {
            ReviewsResource.decide(
                    deciding,
                    known,
                    id,
                    params,
                    decision,
                    reason,
                    ReviewsResource.details(caption, difficulty),
                    Reviewer.of(context, ""),
                    0);
        } catch (ClientErrorException e) {
            return Response.status(e.getResponse().getStatus())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(pages.of(key, "", String.valueOf(e.getMessage())).render())
                    .build();
        }
        return Response.status(Status.SEE_OTHER)
                // As it is: made absolute, it would have the scheme and name that a proxy uses to reach this service.
                .header("Location", ItemLink.href(key) + "#review")
                .build();
    }
}
