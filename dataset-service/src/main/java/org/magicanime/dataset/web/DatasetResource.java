package org.magicanime.dataset.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.VersionName;
import org.magicanime.dataset.domain.FrozenVersion;
import org.magicanime.dataset.export.Freezing;
import org.magicanime.dataset.export.Freezing.Frozen;
import org.magicanime.dataset.export.FrozenVersions;
import org.magicanime.dataset.export.FrozenVersions.Listed;
import org.magicanime.dataset.export.ManifestExport;
import org.magicanime.dataset.export.ManifestFormat;
import org.magicanime.dataset.export.ScratchFolder;
import org.magicanime.dataset.export.UnfinishedException;
import org.magicanime.dataset.export.VersionTakenException;

/// The data set as it is now (`current`), and frozen versions of it.
@Path("/api/datasets")
@Blocking
public class DatasetResource {
    /// Until this many bytes are made, a failure is still answered as a problem.
    private static final int BUFFER = 64 << 10;

    private final ManifestExport current;
    private final Freezing freezing;
    private final FrozenVersions versions;

    DatasetResource(ManifestExport current, Freezing freezing, FrozenVersions versions) {
        this.current = current;
        this.freezing = freezing;
        this.versions = versions;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The frozen versions, by name",
            description = "With items by subset, what had become of the films, and where the files are. A version that "
                    + "is damaged has its name only.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "503", description = "The store is away.")
    public List<Listed> versions() {
        return versions.list();
    }

    @POST
    @Path("{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Freezes what the ledger has as a version",
            description = "A version never changes. Answers when it is frozen; a request that breaks off may have "
                    + "frozen all of it, or nothing.")
    @APIResponse(responseCode = "200", description = "The same data set was frozen under this name before.")
    @APIResponse(responseCode = "201", description = "It is frozen.")
    @APIResponse(responseCode = "400", description = "No version can be called so.")
    @APIResponse(
            responseCode = "409",
            description = "Another data set has the name, or films are in flight and 'unfinished' is not said.")
    @APIResponse(responseCode = "503", description = "The ledger's database or the store is away.")
    public Response freeze(@PathParam("name") String name, @RestQuery @DefaultValue("false") boolean unfinished) {
        requireName(name);
        try {
            Frozen frozen = freezing.freeze(name, unfinished);
            return Response.status(frozen.created() ? Status.CREATED : Status.OK)
                    .entity(frozen.version())
                    .build();
        } catch (UnfinishedException | VersionTakenException e) {
            throw new ClientErrorException(e.getMessage(), Status.CONFLICT, e);
        }
    }

    private static void requireName(String name) {
        try {
            VersionName.require(name);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    @GET
    @Path("{version}/manifest.jsonl")
    @Operation(
            summary = "The manifest as JSON lines",
            description = "One row for each item of each subset, sorted by subset, item and parameters. The same films "
                    + "and parameters give the same bytes. An answer that breaks off is not complete.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/x-ndjson"))
    @APIResponse(responseCode = "404", description = "There is no such version; 'current' is what there is now.")
    @APIResponse(responseCode = "503", description = "The ledger's database or the store is away.")
    public Response lines(@PathParam("version") String version) {
        return manifest(version, ManifestFormat.JSONL);
    }

    @GET
    @Path("{version}/manifest.parquet")
    @Operation(
            summary = "The manifest as a Parquet table",
            description = "The rows of the JSON lines in the same order, in typed columns. The same films and "
                    + "parameters give the same bytes.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/vnd.apache.parquet"))
    @APIResponse(responseCode = "404", description = "There is no such version; 'current' is what there is now.")
    @APIResponse(responseCode = "503", description = "The ledger's database or the store is away.")
    public Response table(@PathParam("version") String version) {
        return manifest(version, ManifestFormat.PARQUET);
    }

    /// The media type is said here and not by `@Produces`: problems would be written with it, too.
    private Response manifest(String version, ManifestFormat format) {
        if (version.equals(VersionName.CURRENT)) {
            StreamingOutput now = out -> current.write(format, new BufferedOutputStream(out, BUFFER));
            return Response.ok(now, format.mediaType()).build();
        }
        FrozenVersion frozen = find(version);
        ArtifactRef file = format == ManifestFormat.JSONL ? frozen.lines() : frozen.table();
        StreamingOutput content = out -> copy(frozen, file, out);
        return Response.ok(content, format.mediaType())
                .header("ETag", '"' + file.sha256() + '"')
                .build();
    }

    private FrozenVersion find(String version) {
        try {
            return versions.find(version).orElseThrow(DatasetResource::noSuchVersion);
        } catch (IllegalArgumentException e) {
            throw noSuchVersion();
        }
    }

    private static NotFoundException noSuchVersion() {
        return new NotFoundException(
                "there is no version of that name; /api/datasets lists them, and 'current' is what there is now");
    }

    /// Nothing is given before all of it was held against its SHA-256.
    private void copy(FrozenVersion version, ArtifactRef file, OutputStream out) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            java.nio.file.Path whole = scratch.file("manifest");
            versions.fetch(version, file, whole);
            Files.copy(whole, out);
        }
    }
}
