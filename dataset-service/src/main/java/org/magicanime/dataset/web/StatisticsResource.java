package org.magicanime.dataset.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.magicanime.dataset.domain.Statistics;
import org.magicanime.dataset.domain.StatisticsReader;
import org.magicanime.dataset.export.StatisticsCsv;

/// How large the data set is.
@Path("/api")
public class StatisticsResource {
    private final StatisticsReader statistics;

    StatisticsResource(StatisticsReader statistics) {
        this.statistics = statistics;
    }

    @GET
    @Path("statistics")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "How large the data set is",
            description =
                    "Titles by style; items, hours, share of 1080p and more, median length and frame rates of each "
                            + "subset in each style, beside the numbers of the MagicAnime paper (arXiv 2507.20368, Table I); "
                            + "characters and their faces in each style.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public Statistics statistics() {
        return statistics.read();
    }

    @GET
    @Path("statistics.csv")
    @Produces("text/csv")
    @Operation(summary = "The same as comma-separated values, one line for each subset and style")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public String table() {
        return StatisticsCsv.of(statistics.read());
    }
}
