package org.magicanime.dataset.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Measure;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.ItemReader;

/// Every item's fate and lineage, for programs.
@Path("/api/items")
@Produces(MediaType.APPLICATION_JSON)
public class ItemsResource {
    private static final int MOST = 1_000;

    private final ItemReader items;
    private final ObjectMapper json;

    ItemsResource(ItemReader items, ObjectMapper json) {
        this.items = items;
        this.json = json;
    }

    @GET
    @Operation(
            summary = "Items in the order of stage, kind, id and parameters",
            description =
                    "A page of at most `limit` items (1 to 1000) that fit all filters. The next page is asked for "
                            + "with the last item's key as `afterStage`, `afterKind`, `afterId` and `afterParams`.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "A filter or the limit cannot be; the answer says what can.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public List<ItemEntry> items(@BeanParam ItemListParams asked, @RestQuery @DefaultValue("100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadRequestException("limit is " + limit + "; it must be 1 to " + MOST);
        }
        try {
            return items.list(asked.query().filter(), asked.after(), limit);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage());
        }
    }

    @GET
    @Path("{stage}/{kind}/{id}")
    @Operation(
            summary = "One item: what was said of it, its files, and its lineage in both directions",
            description = "`madeFrom` leads up to the film, `made` has what was made from it; `parameters` has the "
                    + "stage's settings and the digests of its models. `params` is the hash of the parameters, empty "
                    + "where a stage has none.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "There is no such kind of item.")
    @APIResponse(responseCode = "404", description = "The ledger has no such item.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public Item item(
            @PathParam("stage") String stage,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @RestQuery @DefaultValue("") String params)
            throws JsonProcessingException {
        ItemDetails found = PageResource.find(items, stage, kind, id, params);
        return new Item(
                found.entry(),
                found.contradictory(),
                found.measures(),
                found.files(),
                found.parameters(),
                found.madeFrom(),
                found.made(),
                json.readTree(found.document()));
    }

    /// {@link ItemDetails} with the event as it was told.
    public record Item(
            ItemEntry entry,
            boolean contradictory,
            List<Measure> measures,
            Map<String, ArtifactRef> files,
            Map<String, String> parameters,
            List<ItemEntry> madeFrom,
            List<ItemEntry> made,
            JsonNode event) {}
}
