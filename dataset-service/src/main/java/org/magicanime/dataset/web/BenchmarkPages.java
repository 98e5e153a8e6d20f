package org.magicanime.dataset.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.dataset.domain.benchmark.Selection.Stratum;
import org.magicanime.dataset.domain.review.ReviewDeciding;
import org.magicanime.dataset.export.BenchmarkProposing;
import org.magicanime.dataset.export.BenchmarkProposing.Proposal;
import org.magicanime.dataset.web.access.Person;

/// Where people see which cases a benchmark would have, and swap them.
@Path("/benchmark")
@Blocking
public class BenchmarkPages {
    private final BenchmarkProposing proposing;
    private final ReviewDeciding deciding;

    BenchmarkPages(BenchmarkProposing proposing, ReviewDeciding deciding) {
        this.proposing = proposing;
        this.deciding = deciding;
    }

    /// @param stratum whose cases are shown; the first one that has some where none is said
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance propose(
            @BeanParam BenchmarkParams asked,
            @RestQuery @DefaultValue("") String stratum,
            @Context RoutingContext context) {
        return page(asked, stratum, "", context);
    }

    private TemplateInstance page(BenchmarkParams asked, String stratum, String fault, RoutingContext context) {
        Proposal proposal = proposing.propose(asked.rules());
        List<Stratum> strata = proposal.selection().strata();
        Person person = context.get(RequestGate.PERSON);
        return Pages.benchmark(
                asked,
                proposal.selection().cases().size(),
                proposal.candidates(),
                strata.stream().map(StratumLine::of).toList(),
                StratumRow.of(shown(strata, stratum)),
                fault,
                person == null || person.role().mayDecide());
    }

    private static Stratum shown(List<Stratum> strata, String name) {
        if (!name.isEmpty()) {
            return strata.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new NotFoundException("such a benchmark has no stratum '" + name + "'; there are "
                                    + strata.stream().map(Stratum::name).toList()));
        }
        return strata.stream()
                .filter(each -> !each.chosen().isEmpty())
                .findFirst()
                .or(() -> strata.stream().filter(each -> each.wanted() > 0).findFirst())
                .orElse(strata.getFirst());
    }

    /// Decides about an item, and shows the stratum again; with a reason where it cannot be.
    @POST
    @Operation(hidden = true)
    public Response decide(
            @BeanParam BenchmarkParams asked,
            @RestQuery @DefaultValue("") String stratum,
            @RestForm @DefaultValue("") String subset,
            @RestForm @DefaultValue("") String id,
            @RestForm @DefaultValue("") String params,
            @RestForm @DefaultValue("") String decision,
            @RestForm @DefaultValue("") String difficulty,
            @Context RoutingContext context) {
        try {
            ReviewsResource.decide(
                    deciding,
                    ReviewsResource.subset(subset),
                    id,
                    params,
                    decision,
                    "",
                    ReviewsResource.details("", difficulty),
                    Reviewer.of(context, ""),
                    0);
        } catch (ClientErrorException e) {
            return Response.status(e.getResponse().getStatus())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(asked, stratum, String.valueOf(e.getMessage()), context)
                            .render())
                    .build();
        }
        return Response.status(Status.SEE_OTHER)
                // As it is: made absolute, it would have the scheme and name that a proxy uses to reach this service.
                .header(
                        "Location",
                        "/benchmark?" + asked.getQuery() + "&stratum=" + ItemLink.encoded(stratum) + "#cases")
                .build();
    }
}
