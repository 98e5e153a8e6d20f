package org.magicanime.dataset.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.Distribution;
import org.magicanime.dataset.domain.DistributionReader;
import org.magicanime.dataset.domain.review.BulkRule;
import org.magicanime.dataset.domain.review.ReviewReader;

/// Where people decide about many items by a rule.
@Path("/review/rules")
@Blocking
public class RulesPages {
    private static final int MOST_RULES = 100;

    private final ReviewReader reviews;
    private final DistributionReader distributions;

    RulesPages(ReviewReader reviews, DistributionReader distributions) {
        this.reviews = reviews;
        this.distributions = distributions;
    }

    /// @param decision empty where nothing is to be previewed
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance rules(
            @BeanParam QueueParams asked,
            @RestQuery @DefaultValue("") String decision,
            @RestQuery @DefaultValue("") String reason,
            @Context RoutingContext context) {
        Reviewer reviewer = Reviewer.of(context, "");
        RulesPage.@Nullable Preview preview = null;
        String fault = "";
        if (!decision.isEmpty()) {
            try {
                BulkRule rule = RulesResource.rule(asked, decision, reason, reviewer);
                preview = RulesPage.Preview.of(
                        rule, reviews.count(rule.filter()), reviews.some(rule.filter(), RulesResource.SHOWN));
            } catch (BadRequestException e) {
                fault = String.valueOf(e.getMessage());
            }
        }
        return Pages.rules(new RulesPage(
                asked,
                decision,
                reason,
                distributions.distributions(null, null).stream()
                        .map(Distribution::rule)
                        .distinct()
                        .sorted()
                        .toList(),
                preview,
                fault,
                reviews.rules(MOST_RULES).stream()
                        .map(each -> RulesPage.Applied.of(each, reviewer))
                        .toList(),
                reviewer));
    }
}
