package org.magicanime.dataset.web;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.NoSuchElementException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.dataset.domain.review.AppliedRule;
import org.magicanime.dataset.domain.review.BulkDeciding;
import org.magicanime.dataset.domain.review.BulkDeciding.Progress;
import org.magicanime.dataset.domain.review.BulkRule;
import org.magicanime.dataset.domain.review.OvertakenException;
import org.magicanime.dataset.domain.review.QueueItem;
import org.magicanime.dataset.domain.review.ReviewReader;

/// Bulk rules, for programs and for the page of rules.
@Path("/api/reviews/rules")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RulesResource {
    /// Items that a preview has.
    static final int SHOWN = 12;

    private static final int MOST_RULES = 1_000;

    private final ReviewReader reviews;
    private final BulkDeciding deciding;

    RulesResource(ReviewReader reviews, BulkDeciding deciding) {
        this.reviews = reviews;
        this.deciding = deciding;
    }

    /// What a rule would do.
    ///
    /// @param rule its id
    /// @param reason that each decision would have
    /// @param items about how many it would decide
    /// @param some of them, as if by chance
    public record Preview(String rule, String reason, long items, List<QueueRow> some) {
        static Preview of(BulkRule rule, long items, List<QueueItem> some) {
            return new Preview(
                    rule.id(),
                    rule.reason(),
                    items,
                    some.stream().map(QueueRow::of).toList());
        }
    }

    @GET
    @Operation(
            summary = "Bulk rules that people applied, the last one first",
            description = "`standing` are decisions of a rule that are its person's vote still.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public List<AppliedRule> rules() {
        return reviews.rules(MOST_RULES);
    }

    @GET
    @Path("preview")
    @Operation(
            summary = "What a bulk rule would do: about how many items it would decide, and some of them",
            description =
                    "A rule is about the items of one `subset` about which nobody decided, with the queue's filters;"
                            + " `measure`, `side` (`below` or `above`) and `value` are of what was measured."
                            + " `decision` is `accepted` or `rejected`.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "There can be no such rule; the answer says why.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public Preview preview(
            @BeanParam QueueParams asked,
            @RestQuery @DefaultValue("") String decision,
            @RestQuery @DefaultValue("") String reason,
            @RestQuery @DefaultValue("") String reviewer,
            @Context RoutingContext context) {
        BulkRule rule = rule(asked, decision, reason, Reviewer.of(context, reviewer));
        return Preview.of(rule, reviews.count(rule.filter()), reviews.some(rule.filter(), SHOWN));
    }

    @POST
    @Operation(
            summary = "Decides about the next portion of a bulk rule's items",
            description =
                    "To be asked again until `left` is 0. Each decision is a `review.decided.v1` of its own, with the"
                            + " rule's id and with the rule in its reason. `expected` is how many items the rule is about,"
                            + " by the preview or by the answer before; if it is not so any more, nothing is done.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "There can be no such rule; the answer says why.")
    @APIResponse(responseCode = "403", description = "The token is another person's, or one that may not decide.")
    @APIResponse(responseCode = "409", description = "The rule is about more or fewer items than expected.")
    @APIResponse(responseCode = "503", description = "The broker or the ledger's database is away.")
    public Progress apply(
            @BeanParam QueueParams asked,
            @RestQuery @DefaultValue("") String decision,
            @RestQuery @DefaultValue("") String reason,
            @RestQuery @DefaultValue("-1") long expected,
            @RestQuery @DefaultValue("") String reviewer,
            @Context RoutingContext context) {
        BulkRule rule = rule(asked, decision, reason, Reviewer.of(context, reviewer));
        try {
            return deciding.apply(rule, expected);
        } catch (OvertakenException e) {
            throw new ClientErrorException(e.getMessage(), Status.CONFLICT, e);
        }
    }

    @POST
    @Path("undo")
    @Operation(
            summary = "Takes back the next portion of what a bulk rule decided",
            description =
                    "To be asked again until `left` is 0. `rule` is its id. What its person decided otherwise since"
                            + " then stays.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "403", description = "The token is another person's, or one that may not decide.")
    @APIResponse(responseCode = "404", description = "This person applied no such rule, or nothing of it stands.")
    @APIResponse(responseCode = "503", description = "The broker or the ledger's database is away.")
    public Progress undo(
            @RestQuery @DefaultValue("") String rule,
            @RestQuery @DefaultValue("") String reviewer,
            @Context RoutingContext context) {
        try {
            return deciding.undo(rule, Reviewer.of(context, reviewer).name());
        } catch (NoSuchElementException e) {
            throw new NotFoundException(e.getMessage(), e);
        }
    }

    /// @throws BadRequestException if there can be no such rule
    static BulkRule rule(QueueParams asked, String decision, String why, Reviewer reviewer) {
        try {
            return new BulkRule(
                    asked.filter(reviewer.name()), ReviewsResource.decision(decision), ItemQuery.orNull(why.strip()));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }
}
