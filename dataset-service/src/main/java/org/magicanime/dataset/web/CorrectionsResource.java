package org.magicanime.dataset.web;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.dataset.domain.review.OvertakenException;
import org.magicanime.dataset.domain.review.PointCorrecting;
import org.magicanime.dataset.domain.review.PointEdit;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.UnreadableEventException;

/// Where people say that points are.
@Path("/api/reviews/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CorrectionsResource {
    private final PointCorrecting correcting;

    CorrectionsResource(PointCorrecting correcting) {
        this.correcting = correcting;
    }

    /// @param base SHA-256 of the points that the person began with; absent if that does not matter
    record Asked(@Nullable String base, @Nullable List<PointEdit> edits) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says where the key points of a pose span, or the landmarks of a face clip, are",
            description =
                    "Of the subsets pose-driven and face-reenactment. The body has `edits`: all points that are not where"
                            + " they were estimated, each with `frame` (from 0), `origin` (`by-hand`, `copied`, `swapped` or"
                            + " `interpolated`) and `values`, four for each point: its number, x and y in pixels, confidence;"
                            + " the last three are 0 of a point that is not seen. `base`, if it is there, is the SHA-256 of the"
                            + " points that one began with. The points are kept beside the estimated ones and told as"
                            + " `review.decided.v1`; the decision `uncorrected` takes them back.")
    @APIResponse(responseCode = "200", description = "The decision as it was told.")
    @APIResponse(responseCode = "400", description = "Points cannot be there; the answer says which, and why.")
    @APIResponse(responseCode = "403", description = "The token is another person's, or one that may not decide.")
    @APIResponse(responseCode = "404", description = "The subset has no such item.")
    @APIResponse(responseCode = "409", description = "Somebody corrected the item since `base`.")
    @APIResponse(responseCode = "503", description = "The broker, the store or the ledger's database is away.")
    public ReviewDecided correct(
            @RestQuery @DefaultValue("") String subset,
            @RestQuery @DefaultValue("") String id,
            @RestQuery @DefaultValue("") String params,
            @RestQuery @DefaultValue("") String reason,
            @RestQuery @DefaultValue("") String reviewer,
            byte[] body,
            @Context RoutingContext context) {
        try {
            Asked asked = EventJson.read(body, Asked.class);
            return correcting.correct(
                    ReviewsResource.subset(subset),
                    id,
                    params,
                    asked.edits() == null ? List.of() : asked.edits(),
                    asked.base(),
                    ItemQuery.orNull(reason.strip()),
                    Reviewer.of(context, reviewer).orNull());
        } catch (UnreadableEventException | IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        } catch (NoSuchElementException e) {
            throw new NotFoundException(e.getMessage(), e);
        } catch (OvertakenException e) {
            throw new ClientErrorException(e.getMessage(), Status.CONFLICT, e);
        }
    }
}
