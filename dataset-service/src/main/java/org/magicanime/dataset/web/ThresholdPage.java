package org.magicanime.dataset.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.dataset.domain.DistributionReader;

/// What was measured for each threshold, for people.
@Path("/thresholds")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ThresholdPage {
    private final DistributionReader distributions;

    ThresholdPage(DistributionReader distributions) {
        this.distributions = distributions;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance thresholds(
            @RestQuery @DefaultValue("") String style, @RestQuery @DefaultValue("") String film) {
        return Pages.thresholds(
                distributions.distributions(ItemQuery.orNull(style), ItemQuery.orNull(film)).stream()
                        .map(ThresholdChart::new)
                        .toList(),
                style,
                film,
                Pages.STYLES);
    }
}
