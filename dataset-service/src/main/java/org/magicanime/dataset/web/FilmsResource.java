package org.magicanime.dataset.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.AccountingReader;
import org.magicanime.dataset.domain.FilmAccount;
import org.magicanime.dataset.domain.FilmDetails;

/// What became of each film.
@Path("/api/films")
@Produces(MediaType.APPLICATION_JSON)
public class FilmsResource {
    private static final int MOST = 1_000;

    private final AccountingReader accounting;

    FilmsResource(AccountingReader accounting) {
        this.accounting = accounting;
    }

    @GET
    @Operation(
            summary = "Films by title and id",
            description = "A page of at most `limit` films (1 to 1000) of one style or of all. The next page is asked "
                    + "for with the last film's id as `after`.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "The limit is too small or too large.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public List<FilmAccount> films(
            @RestQuery @Nullable String style,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadRequestException("limit is " + limit + "; it must be 1 to " + MOST);
        }
        return accounting.films(style, after, limit);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "What each stage kept and dropped of one film, and its accounts that do not close")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404", description = "The ledger has no such film.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public FilmDetails film(@PathParam("id") String id) {
        return accounting.film(id).orElseThrow(() -> new NotFoundException("the ledger has no such film"));
    }
}
