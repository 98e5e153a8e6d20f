package org.magicanime.dataset.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Benchmark;
import org.magicanime.contracts.BenchmarkCase;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.dataset.domain.evaluation.EvaluationPreview;
import org.magicanime.dataset.domain.evaluation.EvaluationReader;
import org.magicanime.dataset.domain.evaluation.EvaluationRequesting;
import org.magicanime.dataset.domain.evaluation.KeptEvaluation;
import org.magicanime.dataset.domain.evaluation.SubmittedRuns;
import org.magicanime.dataset.domain.evaluation.SubmittedRuns.Run;
import org.magicanime.dataset.web.access.Person;

/// Where people have methods' videos scored, and see what came of it.
@Path("/")
public class EvaluationPages {
    private static final Duration EVERY = Duration.ofSeconds(2);
    /// How long a page waits for something new. Somebody else's evaluation may be before it.
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /// Runs on one page; each is looked up in the store.
    private static final int MOST_RUNS = 100;

    private final EvaluationReader reader;
    private final EvaluationRequesting requesting;
    private final ArtifactStore store;

    EvaluationPages(EvaluationReader reader, EvaluationRequesting requesting, ArtifactStore store) {
        this.reader = reader;
        this.requesting = requesting;
        this.store = store;
    }

    /// The runs that there are, on a benchmark and a task; where none is said, the first ones.
    @GET
    @Path("evaluations")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    @Operation(hidden = true)
    public TemplateInstance runs(@BeanParam EvaluationParams asked) {
        List<String> benchmarks = reader.benchmarks();
        if (asked.benchmark.isEmpty() && !benchmarks.isEmpty()) {
            asked.benchmark = benchmarks.getFirst();
        }
        if (!EvalRequested.PROFILES.contains(asked.profile())) {
            asked.profile = EvalRequested.PROFILES.getFirst();
        }
        Benchmark benchmark = benchmarks.contains(asked.benchmark)
                ? reader.benchmark(asked.benchmark).orElse(null)
                : null;
        List<String> tasks = benchmark == null
                ? EvaluationParams.TASKS
                : EvaluationRequesting.tasks(benchmark).stream()
                        .map(BenchmarkTask::toString)
                        .toList();
        if (benchmark != null && !tasks.contains(asked.task)) {
            asked.task = tasks.isEmpty() ? "" : tasks.getFirst();
        }
        SubmittedRuns submitted = reader.runs(asked.method, MOST_RUNS);
        List<RunRow> rows = benchmark == null || asked.task.isEmpty()
                ? List.of()
                : submitted.runs().stream()
                        .map(run -> row(benchmark, asked, run))
                        .toList();
        return Pages.evaluations(new EvaluationsPage(
                asked.benchmark,
                asked.task,
                asked.profile(),
                asked.method,
                reader.bucket(),
                benchmarks,
                tasks,
                EvalRequested.PROFILES,
                rows,
                submitted));
    }

    private RunRow row(Benchmark benchmark, EvaluationParams asked, Run run) {
        EvaluationParams each = new EvaluationParams();
        each.benchmark = benchmark.name();
        each.task = asked.task;
        each.profile = asked.profile;
        each.method = run.method();
        each.run = run.run();
        EvalRequested request = each.request();
        TreeSet<String> cases = cases(benchmark, request.task());
        return new RunRow(
                request,
                cases.size(),
                reader.videos(run.method(), run.run(), cases).cases().size(),
                reader.kept(request.evalId()));
    }

    private static TreeSet<String> cases(Benchmark benchmark, BenchmarkTask task) {
        return new TreeSet<>(
                benchmark.of(task).stream().map(BenchmarkCase::caseId).toList());
    }

    /// @param asked whether it was asked for on the page before
    /// @param known reports that there were then
    @GET
    @Path("evaluation")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    @Operation(hidden = true)
    public TemplateInstance evaluation(
            @BeanParam EvaluationParams named,
            @RestQuery @DefaultValue("false") boolean asked,
            @RestQuery @DefaultValue("0") int known,
            @Context RoutingContext context) {
        EvalRequested request = named.request();
        return page(state(request, asked, known, cases(request)), "", context);
    }

    /// @param fault why the evaluation cannot begin; empty if it was not tried, or is to be found out
    private TemplateInstance page(EvaluationState state, String fault, RoutingContext context) {
        EvalRequested request = state.request();
        @Nullable EvaluationPreview preview = null;
        String why = fault;
        if (why.isEmpty()) {
            try {
                preview = EvaluationsResource.orProblem(() -> requesting.preview(request));
            } catch (ClientErrorException e) {
                why = String.valueOf(e.getMessage());
            }
        }
        Person person = context.get(RequestGate.PERSON);
        return Pages.evaluation(
                new EvaluationPage(
                        request, preview, why, person == null || person.role().mayDecide()),
                state);
    }

    /// On which the task is asked.
    private int cases(EvalRequested request) {
        return reader.benchmark(request.benchmark())
                .map(benchmark -> benchmark.of(request.task()).size())
                .orElse(0);
    }

    private EvaluationState state(EvalRequested request, boolean asked, int known, int cases) {
        return new EvaluationState(
                request,
                asked,
                known,
                false,
                cases,
                reader.kept(request.evalId()).stream()
                        .map(kept -> new EvaluationState.Row(request, kept, text(request.evalId(), kept)))
                        .toList());
    }

    /// The report in words; empty while there is none.
    private String text(String evalId, KeptEvaluation kept) {
        return kept.isDone()
                ? reader.reportFile(evalId, kept.paramsHash(), "report.md")
                        .map(this::text)
                        .orElse("")
                : "";
    }

    private String text(ArtifactRef words) {
        try (InputStream in = store.read(words, 0, words.size())) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How far it is, whenever that has changed, until it is done or nothing has changed for {@link #PATIENCE}.
    @GET
    @Path("evaluation/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<String> live(
            @BeanParam EvaluationParams named,
            @RestQuery @DefaultValue("false") boolean asked,
            @RestQuery @DefaultValue("0") int known) {
        EvalRequested request = named.request();
        // The store may have to be waited for.
        var workers = Infrastructure.getDefaultWorkerPool();
        return Uni.createFrom()
                .item(() -> cases(request))
                .runSubscriptionOn(workers)
                .onItem()
                .transformToMulti(cases -> Multi.createFrom()
                        .ticks()
                        .every(EVERY)
                        .onOverflow()
                        .drop()
                        .emitOn(workers)
                        .map(tick -> state(request, asked, known, cases))
                        .skip()
                        .repetitions()
                        .ifNoItem()
                        .after(PATIENCE)
                        .recoverWithMulti(() -> Multi.createFrom()
                                .item(() -> state(request, asked, known, cases).asLeft())
                                .runSubscriptionOn(workers)))
                .map(state -> Pages.evaluationState(state).render());
    }

    /// Begins it, and leads to the page that says how far it is; shows that page with a reason where it cannot begin.
    @POST
    @Path("evaluation")
    @Blocking
    @Operation(hidden = true)
    public Response begin(@BeanParam EvaluationParams named, @Context RoutingContext context) {
        EvalRequested request = named.request();
        // Before it is told: what comes of it is not among them.
        long known = reader.kept(request.evalId()).stream()
                .filter(KeptEvaluation::isDone)
                .count();
        try {
            EvaluationsResource.orProblem(() -> requesting.ask(request));
        } catch (ClientErrorException e) {
            return Response.status(e.getResponse().getStatus())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(state(request, false, 0, cases(request)), String.valueOf(e.getMessage()), context)
                            .render())
                    .build();
        }
        return Response.status(Status.SEE_OTHER)
                // As it is: made absolute, it would have the scheme and name that a proxy uses to reach this service.
                .header("Location", "/evaluation?" + EvaluationParams.query(request) + "&asked=true&known=" + known)
                .build();
    }

    /// A file of a report, to be saved: its page is shown where the videos lie beside it.
    ///
    /// @param params hash of the parameters that it was scored with
    @GET
    @Path("evaluation/report")
    @Blocking
    @Operation(hidden = true)
    public Response report(
            @BeanParam EvaluationParams named,
            @RestQuery @DefaultValue("") String params,
            @RestQuery @DefaultValue("") String name) {
        ArtifactRef file = file(named.request(), params, name);
        StreamingOutput content = out -> {
            try (InputStream in = store.read(file, 0, file.size())) {
                in.transferTo(out);
            }
        };
        return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Length", file.size())
                .header("ETag", '"' + file.sha256() + '"')
                .header("Content-Disposition", "attachment; filename=\"" + name + '"')
                .build();
    }

    private ArtifactRef file(EvalRequested request, String params, String name) {
        try {
            return reader.reportFile(request.evalId(), params, name)
                    .orElseThrow(() -> new NotFoundException("the evaluation has no such file"));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }
}
