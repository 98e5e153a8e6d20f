package org.magicanime.dataset.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.review.ReviewDeciding;

/// Where people decide about items: the queue, and the form on an item's page.
@Path("/review")
@Blocking
public class ReviewPages {
    private final ReviewDeciding deciding;
    private final ItemPages pages;

    ReviewPages(ReviewDeciding deciding, ItemPages pages) {
        this.deciding = deciding;
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance queue(@BeanParam QueueParams asked) {
        // Words that cannot be are told before the page is made.
        asked.filter();
        return Pages.review(asked);
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
            @RestForm @DefaultValue("") String caption) {
        DataSubset known = ReviewsResource.subset(subset);
        LedgerKey key = new LedgerKey(known.stage(), known.kind(), id, params);
        try {
            ReviewsResource.decide(deciding, known, id, params, decision, reason, caption);
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
