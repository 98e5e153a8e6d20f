package org.magicanime.dataset.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.dataset.domain.evaluation.EvaluationPreview;
import org.magicanime.dataset.domain.evaluation.EvaluationReader;
import org.magicanime.dataset.domain.evaluation.EvaluationRequesting;
import org.magicanime.dataset.domain.evaluation.KeptEvaluation;
import org.magicanime.dataset.domain.evaluation.NothingToScoreException;
import org.magicanime.dataset.domain.evaluation.SubmittedRuns;

/// Evaluations of methods' videos, for programs.
@Path("/api/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class EvaluationsResource {
    private static final int MOST_RUNS = 1_000;

    private final EvaluationReader reader;
    private final EvaluationRequesting requesting;

    EvaluationsResource(EvaluationReader reader, EvaluationRequesting requesting) {
        this.reader = reader;
        this.requesting = requesting;
    }

    /// What one can ask for.
    ///
    /// @param submitted runs whose videos lie there
    public record Choices(
            List<String> benchmarks, List<String> tasks, List<String> profiles, SubmittedRuns submitted) {}

    /// What has come of an evaluation so far.
    ///
    /// @param kept one for each set of parameters that it was begun with; empty if it was not
    public record Progress(EvalRequested request, List<KeptEvaluation> kept) {}

    @GET
    @Path("choices")
    @Operation(
            summary = "Frozen benchmarks, tasks, profiles, and the runs whose videos lie in the bucket of evaluations",
            description =
                    "`method` gives the runs of one method. `unusable` counts folders that no method or run can be"
                            + " called like; `more` says that there are others than the first thousand.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "503", description = "The store is away.")
    public Choices choices(@RestQuery @DefaultValue("") String method) {
        return new Choices(
                reader.benchmarks(), EvaluationParams.TASKS, EvalRequested.PROFILES, reader.runs(method, MOST_RUNS));
    }

    @GET
    @Operation(
            summary = "What is kept of an evaluation: how many cases have scores, and whether there is a report",
            description = "An evaluation is named by benchmark, task, method, run and profile; without one, the profile"
                    + " is `correct`.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "There can be no such evaluation; the answer says why.")
    @APIResponse(responseCode = "503", description = "The store is away.")
    public Progress progress(@BeanParam EvaluationParams asked) {
        EvalRequested request = asked.request();
        return new Progress(request, reader.kept(request.evalId()));
    }

    @GET
    @Path("preview")
    @Operation(summary = "What an evaluation would score if it began now, and which cases have no video")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "There can be no such evaluation; the answer says why.")
    @APIResponse(responseCode = "404", description = "There is no such benchmark, or nothing in the run's folder.")
    @APIResponse(
            responseCode = "409",
            description = "The benchmark does not ask this task, or the run has no video of its cases.")
    @APIResponse(responseCode = "503", description = "The store is away.")
    public EvaluationPreview preview(@BeanParam EvaluationParams asked) {
        EvalRequested request = asked.request();
        return orProblem(() -> requesting.preview(request));
    }

    @POST
    @Operation(
            summary = "Begins an evaluation",
            description =
                    "Tells `eval.requested.v1`. What lies in the run's folder when the request is taken up is what"
                            + " is scored. The same request again is the same evaluation.")
    @APIResponse(responseCode = "202", description = "It is told; the answer is what it scores.")
    @APIResponse(responseCode = "400", description = "There can be no such evaluation; the answer says why.")
    @APIResponse(responseCode = "403", description = "The token is one that may not begin any.")
    @APIResponse(responseCode = "404", description = "There is no such benchmark, or nothing in the run's folder.")
    @APIResponse(
            responseCode = "409",
            description = "The benchmark does not ask this task, or the run has no video of its cases.")
    @APIResponse(responseCode = "503", description = "The broker or the store is away.")
    public Response begin(@BeanParam EvaluationParams asked) {
        EvalRequested request = asked.request();
        return Response.status(Status.ACCEPTED)
                .entity(orProblem(() -> requesting.ask(request)))
                .build();
    }

    /// @throws ClientErrorException if it cannot be; says why
    static EvaluationPreview orProblem(Supplier<EvaluationPreview> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        } catch (NoSuchElementException e) {
            throw new NotFoundException(e.getMessage(), e);
        } catch (NothingToScoreException e) {
            throw new ClientErrorException(e.getMessage(), Status.CONFLICT, e);
        }
    }
}
