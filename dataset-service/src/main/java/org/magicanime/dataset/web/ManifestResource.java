package org.magicanime.dataset.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.magicanime.dataset.export.ManifestExport;
import org.magicanime.dataset.export.ManifestFormat;

/// The manifest of a version of the data set.
@Path("/api/datasets/{version}")
@Blocking
public class ManifestResource {
    private static final String CURRENT = "current";
    /// Until this many bytes are made, a failure is still answered as a problem.
    private static final int BUFFER = 64 << 10;

    private final ManifestExport manifest;

    ManifestResource(ManifestExport manifest) {
        this.manifest = manifest;
    }

    @GET
    @Path("manifest.jsonl")
    @Produces("application/x-ndjson")
    @Operation(
            summary = "The manifest as JSON lines",
            description = "One row for each item of each subset, sorted by subset, item and parameters. The same films "
                    + "and parameters give the same bytes. An answer that breaks off is not complete.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404", description = "There is no such version; 'current' is what there is now.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public StreamingOutput lines(@PathParam("version") String version) {
        return manifest(version, ManifestFormat.JSONL);
    }

    @GET
    @Path("manifest.parquet")
    @Operation(
            summary = "The manifest as a Parquet table",
            description = "The rows of the JSON lines in the same order, in typed columns. The same films and "
                    + "parameters give the same bytes.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/vnd.apache.parquet"))
    @APIResponse(responseCode = "404", description = "There is no such version; 'current' is what there is now.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public Response table(@PathParam("version") String version) {
        // Not @Produces: a problem would be written with this media type, too, which nothing makes of JSON.
        return Response.ok(manifest(version, ManifestFormat.PARQUET), ManifestFormat.PARQUET.mediaType())
                .build();
    }

    private StreamingOutput manifest(String version, ManifestFormat format) {
        if (!version.equals(CURRENT)) {
            throw new NotFoundException("there is no version of that name; 'current' is what there is now");
        }
        return out -> manifest.write(format, new BufferedOutputStream(out, BUFFER));
    }
}
