package org.magicanime.dataset.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.magicanime.dataset.export.BenchmarkProposing;

/// Benchmarks, for programs.
@Path("/api/benchmarks")
@Blocking
public class BenchmarksResource {
    private final BenchmarkProposing proposing;

    BenchmarksResource(BenchmarkProposing proposing) {
        this.proposing = proposing;
    }

    @GET
    @Path("proposal")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Which cases a benchmark would have",
            description =
                    "By stratum (kind, style, difficulty): how many are wanted, how many candidates there are, the"
                            + " cases, and the next ones. A person swaps a case with the decision `excluded`, wants another one"
                            + " with `preferred`, and moves it to another difficulty with `graded` (POST /api/reviews/decisions)."
                            + " Nothing is kept: `./magicanime benchmark freeze NAME` does that.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "There can be no such benchmark; the answer says why.")
    @APIResponse(responseCode = "503", description = "The ledger's database or the store is away.")
    public List<StratumRow> proposal(@BeanParam BenchmarkParams asked) {
        return proposing.propose(asked.rules()).selection().strata().stream()
                .map(StratumRow::of)
                .toList();
    }
}
