package org.magicanime.dataset.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.export.ManifestFile;

/// The manifest of a version of the data set.
@Path("/api/datasets/{version}/manifest.jsonl")
public class ManifestResource {
    private static final String CURRENT = "current";
    /// Until this many bytes are made, a failure is still answered as a problem.
    private static final int BUFFER = 64 << 10;

    private final ManifestReader manifest;

    ManifestResource(ManifestReader manifest) {
        this.manifest = manifest;
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(
            summary = "The manifest as JSON lines",
            description = "One row for each item of each subset, sorted by subset, item and parameters. The same films "
                    + "and parameters give the same bytes. An answer that breaks off is not complete.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404", description = "There is no such version; 'current' is what there is now.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public StreamingOutput manifest(@PathParam("version") String version) {
        if (!version.equals(CURRENT)) {
            throw new NotFoundException("there is no version of that name; 'current' is what there is now");
        }
        return out -> ManifestFile.write(manifest, new BufferedOutputStream(out, BUFFER));
    }
}
