package org.magicanime.dataset.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.character.CharacterDeciding;

/// What people decide on a face's page.
@Path("/characters")
@Blocking
public class CharacterPages {
    private final CharacterDeciding deciding;
    private final ItemPages pages;

    CharacterPages(CharacterDeciding deciding, ItemPages pages) {
        this.deciding = deciding;
        this.pages = pages;
    }

    /// Leads back to the face's page, which shows what came of it; shows that page with a reason where it cannot be.
    @POST
    @Operation(hidden = true)
    public Response decide(
            @RestForm @DefaultValue("") String face,
            @RestForm @DefaultValue("") String other,
            @RestForm @DefaultValue("") String verdict,
            @RestForm @DefaultValue("") String params) {
        LedgerKey key = new LedgerKey(FaceLink.STAGE, ItemKind.FACE, face, params);
        try {
            CharactersResource.decide(deciding, face, other, verdict);
        } catch (ClientErrorException e) {
            return Response.status(e.getResponse().getStatus())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(pages.of(key, String.valueOf(e.getMessage()), "").render())
                    .build();
        }
        return Response.status(Status.SEE_OTHER)
                // As it is: made absolute, it would have the scheme and name that a proxy uses to reach this service.
                .header("Location", FaceLink.href(face, params) + "#character")
                .build();
    }
}
