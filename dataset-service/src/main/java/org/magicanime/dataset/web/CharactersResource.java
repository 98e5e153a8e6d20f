package org.magicanime.dataset.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.CharacterVerdict;
import org.magicanime.dataset.domain.character.CharacterDeciding;
import org.magicanime.dataset.domain.character.CharacterReader;
import org.magicanime.dataset.domain.character.ContradictionException;
import org.magicanime.dataset.domain.character.FilmCharacter;

/// Characters, for programs.
@Path("/api/characters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CharactersResource {
    private final CharacterReader characters;
    private final CharacterDeciding deciding;

    CharactersResource(CharacterReader characters, CharacterDeciding deciding) {
        this.characters = characters;
        this.deciding = deciding;
    }

    @GET
    @Operation(
            summary = "The characters of a film, those with the most faces first",
            description = "Once for each set of parameters that its faces were cropped with. The faces of one are at"
                    + " `/api/items?character=ID`.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public List<FilmCharacter> characters(@RestQuery @DefaultValue("") String film) {
        return characters.ofFilm(film);
    }

    @POST
    @Path("decisions")
    @Operation(
            summary = "Decides whether two faces of a film are the same character",
            description = "`verdict` is `same`, `different`, or `open`, which takes back what was decided about the two"
                    + " before. It is told as `character.decided.v1`; the later decision about two faces stands.")
    @APIResponse(responseCode = "200", description = "The decision as it was told.")
    @APIResponse(responseCode = "400", description = "These are no two faces of one film, or that is no verdict.")
    @APIResponse(responseCode = "404", description = "The ledger has no such face.")
    @APIResponse(responseCode = "409", description = "It contradicts what was decided before; the answer says what.")
    @APIResponse(responseCode = "503", description = "The broker or the ledger's database is away.")
    public CharacterDecided decide(
            @RestQuery @DefaultValue("") String face,
            @RestQuery @DefaultValue("") String other,
            @RestQuery @DefaultValue("") String verdict) {
        return decide(deciding, face, other, verdict);
    }

    /// @throws jakarta.ws.rs.WebApplicationException if it cannot be; says why
    static CharacterDecided decide(CharacterDeciding deciding, String face, String other, String verdict) {
        try {
            return deciding.decide(face, other, verdict(verdict));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        } catch (NoSuchElementException e) {
            throw new NotFoundException(e.getMessage(), e);
        } catch (ContradictionException e) {
            throw new ClientErrorException(e.getMessage(), Status.CONFLICT, e);
        }
    }

    private static CharacterVerdict verdict(String word) {
        return Arrays.stream(CharacterVerdict.values())
                .filter(each -> each.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is no verdict; there are " + Arrays.toString(CharacterVerdict.values())));
    }
}
