package org.magicanime.dataset.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.Distribution;
import org.magicanime.dataset.domain.DistributionReader;

/// What was measured for each threshold, for programs.
@Path("/api/thresholds")
public class ThresholdsResource {
    private final DistributionReader distributions;

    ThresholdsResource(DistributionReader distributions) {
        this.distributions = distributions;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The distribution of measured values around each threshold",
            description = "Of items that were kept, the value of the worst frame; of those that missed this test, the "
                    + "median of their frames. Items that missed another test have no known value here. With what "
                    + "some other thresholds would keep and drop.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public List<Distribution> thresholds(@RestQuery @Nullable String style, @RestQuery @Nullable String film) {
        return distributions.distributions(ItemQuery.orNull(style), ItemQuery.orNull(film));
    }
}
