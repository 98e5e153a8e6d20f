package org.magicanime.dataset.web;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Subset;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.review.Details;
import org.magicanime.dataset.domain.review.Look;
import org.magicanime.dataset.domain.review.ReviewDeciding;
import org.magicanime.dataset.domain.review.ReviewReader;

/// What people decide about items, for programs and for the page of the queue.
@Path("/api/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReviewsResource {
    private static final int MOST = 100;
    private static final int MOST_SKIPPED = 10_000;

    private final ReviewReader reviews;
    private final ReviewDeciding deciding;

    ReviewsResource(ReviewReader reviews, ReviewDeciding deciding) {
        this.reviews = reviews;
        this.deciding = deciding;
    }

    @GET
    @Operation(
            summary = "All decisions about an item of a subset, the last one first",
            description =
                    "The first one about the same question stands (kept or not; its caption; its points; of each person, whether to look again). A `paramsHash` that"
                            + " is not the item's says that it was decided on an older version.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "There is no such subset.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public List<ReviewDecided> history(
            @RestQuery @DefaultValue("") String subset, @RestQuery @DefaultValue("") String id) {
        return reviews.history(Subset.valueOf(subset(subset).name()), id);
    }

    @GET
    @Path("queue")
    @Operation(
            summary = "Items about which nobody decided yet, in the order in which to look at them",
            description = "What is undecided, then what is near a threshold. `limit` is 1 to 100; `skip`, up to 10000,"
                    + " passes items over. `look` is `first`, `second` (items about which one other person decided) or"
                    + " `conflict` (items on which people disagree), or `again` (items that somebody wants looked at again: `wishes`"
                    + " says who and why); `reviewer` says for whom.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "A filter or a number cannot be; the answer says what can.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public List<QueueRow> queue(
            @BeanParam QueueParams asked,
            @RestQuery @DefaultValue("") String reviewer,
            @RestQuery @DefaultValue("0") int skip,
            @RestQuery @DefaultValue("20") int limit,
            @Context RoutingContext context) {
        requirePlace(skip, limit);
        return reviews.queue(asked.filter(Reviewer.of(context, reviewer).name()), skip, limit).stream()
                .map(QueueRow::of)
                .toList();
    }

    @GET
    @Path("sample")
    @Operation(
            summary = "How many of what stages kept are wrong, as a random sample says",
            description =
                    "Of a `subset`, with the queue's other filters but no measured value; `size` is 1 to 10000 items, another `seed` is"
                            + " another sample. Shares are per cent; the interval is Wilson's of 95 %. `look=sample` of the queue"
                            + " has its items.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "A filter or a number cannot be; the answer says what can.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public SampleRow sample(@BeanParam QueueParams asked) {
        if (asked.getSubset().isEmpty()) {
            throw new BadRequestException("a sample is one of a subset; say one");
        }
        asked.look = Look.SAMPLE.toString();
        return SampleRow.of(reviews.estimate(asked.filter("")));
    }

    /// @throws BadRequestException if such a part of the queue cannot be asked for
    static void requirePlace(int skip, int limit) {
        if (limit < 1 || limit > MOST || skip < 0 || skip > MOST_SKIPPED) {
            throw new BadRequestException("limit must be 1 to " + MOST + ", skip 0 to " + MOST_SKIPPED);
        }
    }

    @POST
    @Path("decisions")
    @Operation(
            summary =
                    "Decides about an item: whether it belongs into its subset, what its caption is, how difficult it is, whether it may be a case of a benchmark",
            description = "`decision` is `accepted`, `rejected`, or `open`, which takes back what was decided before;"
                    + " of the subsets image-to-video and text-to-video also `captioned`, with the new `caption`"
                    + " of up to 2000 characters, and `uncaptioned`, which takes that back; of pose-driven and"
                    + " face-reenactment also `uncorrected`, which takes back what `corrections` told. It"
                    + " is told as `review.decided.v1`; the later decision stands. `look-again` is no vote: the item is as"
                    + " before, and in the queue under `look=again` until anybody accepts, rejects or trims it;"
                    + " `looked-again` is how the same person takes that back. `params` is the version that was"
                    + " looked at; the decision holds for all. `graded` says how difficult the item is (`difficulty`:"
                    + " `easy`, `medium`, `hard`), `ungraded` that what was measured says so; `preferred` and"
                    + " `excluded` of image-to-video, pose-driven and face-reenactment, that it comes first, or"
                    + " not at all, where cases of a benchmark are chosen, `eligible` that it is as any other. Each person has one vote, and what more say stands;"
                    + " `reviewer` says who decides, where the token does not. A clip of image-to-video may be `trimmed`"
                    + " to the frames of the film from `first` to before `end`: it is rejected, and the part becomes a"
                    + " clip of its own with all that follows. `at` is when it was decided, in milliseconds since 1970; who"
                    + " gets no answer asks again with the same time, and it is told once. A time that cannot be (more"
                    + " than a minute later than now, or a day before) is replaced by now.")
    @APIResponse(responseCode = "200", description = "The decision as it was told.")
    @APIResponse(responseCode = "400", description = "There can be no such decision; the answer says why.")
    @APIResponse(responseCode = "403", description = "The token is another person's, or one that may not decide.")
    @APIResponse(responseCode = "404", description = "The subset has no such item, kept or undecided.")
    @APIResponse(responseCode = "503", description = "The broker or the ledger's database is away.")
    public ReviewDecided decide(
            @RestQuery @DefaultValue("") String subset,
            @RestQuery @DefaultValue("") String id,
            @RestQuery @DefaultValue("") String params,
            @RestQuery @DefaultValue("") String decision,
            @RestQuery @DefaultValue("") String reason,
            @RestQuery @DefaultValue("") String caption,
            @RestQuery @DefaultValue("") String difficulty,
            @RestQuery @DefaultValue("") String reviewer,
            @RestQuery @DefaultValue("-1") long first,
            @RestQuery @DefaultValue("-1") long end,
            @RestQuery @DefaultValue("0") long at,
            @Context RoutingContext context) {
        if (decision.equals(ReviewDecision.TRIMMED.toString())) {
            return trim(subset(subset), id, params, first, end, reason, Reviewer.of(context, reviewer), at);
        }
        return decide(
                deciding,
                subset(subset),
                id,
                params,
                decision,
                reason,
                details(caption, difficulty),
                Reviewer.of(context, reviewer),
                at);
    }

    private ReviewDecided trim(
            DataSubset subset,
            String id,
            String params,
            long first,
            long end,
            String reason,
            Reviewer reviewer,
            long at) {
        if (subset != DataSubset.IMAGE_TO_VIDEO) {
            throw new BadRequestException("items of the subset " + subset + " cannot be trimmed; clips of the subset "
                    + DataSubset.IMAGE_TO_VIDEO + " can");
        }
        try {
            return deciding.trim(
                    id, params, new FrameSpan(first, end), ItemQuery.orNull(reason.strip()), reviewer.orNull(), at);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        } catch (NoSuchElementException e) {
            throw new NotFoundException(e.getMessage(), e);
        }
    }

    /// @throws jakarta.ws.rs.WebApplicationException if it cannot be; says why
    static ReviewDecided decide(
            ReviewDeciding deciding,
            DataSubset subset,
            String id,
            String params,
            String decision,
            String reason,
            Details details,
            Reviewer reviewer,
            long at) {
        try {
            return deciding.decide(
                    subset,
                    id,
                    params,
                    decision(decision),
                    ItemQuery.orNull(reason.strip()),
                    details,
                    reviewer.orNull(),
                    at);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        } catch (NoSuchElementException e) {
            throw new NotFoundException(e.getMessage(), e);
        }
    }

    /// Of words that a person typed or chose; empty ones are none.
    ///
    /// @throws BadRequestException if there is no such difficulty; says which there are
    static Details details(String caption, String difficulty) {
        if (difficulty.isBlank()) {
            return new Details(ItemQuery.orNull(caption.strip()), null, null, null);
        }
        Difficulty grade = Difficulty.named(difficulty)
                .orElseThrow(() -> new BadRequestException(
                        "'" + difficulty + "' is no difficulty; there are " + Difficulty.words()));
        return new Details(ItemQuery.orNull(caption.strip()), grade, null, null);
    }

    /// @throws BadRequestException if there is none; says which there are
    static DataSubset subset(String word) {
        return Arrays.stream(DataSubset.values())
                .filter(each -> each.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequestException(
                        "'" + word + "' is no subset; there are " + Arrays.toString(DataSubset.values())));
    }

    /// @throws IllegalArgumentException if there is none; says which there are
    static ReviewDecision decision(String word) {
        return Arrays.stream(ReviewDecision.values())
                .filter(each -> each.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is no decision; there are " + Arrays.toString(ReviewDecision.values())));
    }
}
