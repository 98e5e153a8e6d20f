package org.magicanime.dataset.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.dataset.domain.ItemReader;

/// Artifacts of items, in parts where a player asks for parts. Only what the ledger names is given: nobody needs, and
/// no page has, credentials of the store.
@Path("/file")
@Blocking
public class FileResource {
    /// What a browser may show. Everything else is saved.
    private static final Set<String> SHOWN = Set.of("video/mp4", "image/png", "audio/flac", "audio/mpeg");

    private final ItemReader items;
    private final ArtifactStore store;

    FileResource(ItemReader items, ArtifactStore store) {
        this.items = items;
        this.store = store;
    }

    @GET
    @Operation(
            summary = "A file of an item",
            description = "By the item's stage, kind, id and parameters and the file's name, as its page links them.")
    public Response file(
            @RestQuery @DefaultValue("") String stage,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("") String id,
            @RestQuery @DefaultValue("") String params,
            @RestQuery @DefaultValue("") String name,
            @RestHeader("Range") @Nullable String range) {
        ArtifactRef file = PageResource.find(items, stage, kind, id, params)
                .file(name)
                .orElseThrow(() -> new NotFoundException("the item has no file of that name"));
        boolean shown = SHOWN.contains(file.mediaType());
        ByteRange part = ByteRange.of(range, file.size());
        if (part == null) {
            return Response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + file.size())
                    .build();
        }
        ResponseBuilder answer = Response.status(part.whole() ? Status.OK : Status.PARTIAL_CONTENT)
                .type(shown ? file.mediaType() : "application/octet-stream")
                .header("Accept-Ranges", "bytes")
                .header("Content-Length", part.length())
                .header("Cache-Control", cached(name))
                .header("ETag", '"' + file.sha256() + '"');
        if (!part.whole()) {
            answer.header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + file.size());
        }
        if (!shown) {
            answer.header("Content-Disposition", "attachment; filename=\"" + fileName(file) + '"');
        }
        return answer.entity(part.length() == 0 ? new byte[0] : content(file, part))
                .build();
    }

    /// A key has the hash of all that decides the bytes, but a person may correct an item again.
    private static String cached(String name) {
        return name.endsWith("-corrected") || name.endsWith("-provenance")
                ? "private, no-cache"
                : "private, max-age=86400, immutable";
    }

    private StreamingOutput content(ArtifactRef file, ByteRange part) {
        return out -> {
            try (InputStream in = store.read(file, part.first(), part.length())) {
                in.transferTo(out);
            }
        };
    }

    /// Keys are ours; their last part is a plain name.
    private static String fileName(ArtifactRef file) {
        return file.key().substring(file.key().lastIndexOf('/') + 1);
    }
}
