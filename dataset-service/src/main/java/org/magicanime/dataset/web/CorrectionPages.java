package org.magicanime.dataset.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemReader;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.review.PointLayout;

/// Where people correct the points of an item, frame by frame.
@Path("/correct")
@Blocking
public class CorrectionPages {
    private final ItemReader items;

    CorrectionPages(ItemReader items) {
        this.items = items;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance correct(
            @RestQuery @DefaultValue("") String stage,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("") String id,
            @RestQuery @DefaultValue("") String params,
            @Context RoutingContext context) {
        ItemDetails item = PageResource.find(items, stage, kind, id, params);
        LedgerKey key = item.entry().key();
        PointLayout layout = PointLayout.of(key.stage(), key.kind())
                .filter(each -> item.files().containsKey(each.estimated()))
                .orElseThrow(() -> new NotFoundException("the item has no points to correct"));
        return Pages.correct(new CorrectionPage(item, layout), Reviewer.of(context, ""));
    }
}
