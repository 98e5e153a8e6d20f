package org.magicanime.dataset.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.EvalRequested;

/// Which evaluation is meant: all that its id follows from.
public final class EvaluationParams {
    /// As addresses and events have them.
    static final List<String> TASKS =
            Arrays.stream(BenchmarkTask.values()).map(BenchmarkTask::toString).toList();

    @RestQuery
    @DefaultValue("")
    String benchmark = "";

    @RestQuery
    @DefaultValue("")
    String task = "";

    @RestQuery
    @DefaultValue("")
    String profile = "";

    @RestQuery
    @DefaultValue("")
    String method = "";

    @RestQuery
    @DefaultValue("")
    String run = "";

    /// @throws BadRequestException if there can be no such evaluation; says why
    EvalRequested request() {
        try {
            return EvalRequested.of(benchmark, method, run, task(task), profile());
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    /// The one that is meant where none is said.
    String profile() {
        return profile.isEmpty() ? EvalRequested.PROFILES.getFirst() : profile;
    }

    /// @throws IllegalArgumentException if there is no such task; says which there are
    static BenchmarkTask task(String word) {
        return Arrays.stream(BenchmarkTask.values())
                .filter(each -> each.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no task; there are " + TASKS));
    }

    /// Names an evaluation in an address. All of it are names without letters that would mean something there.
    static String query(EvalRequested request) {
        return "benchmark=" + request.benchmark() + "&task=" + request.task() + "&profile=" + request.profile()
                + "&method=" + request.method() + "&run=" + request.run();
    }
}
