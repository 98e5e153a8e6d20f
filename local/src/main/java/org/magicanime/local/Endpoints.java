package org.magicanime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.magicanime.stage.EventJson;

/// Where a running launcher's servers are; written to `endpoints.json` in the state folder.
///
/// @param kafka host and port
/// @param store S3 endpoint
/// @param http the services' health, metrics, accounts and manifest
/// @param database the ledger's, for JDBC
/// @param pids process id of every child, by name
record Endpoints(String kafka, URI store, URI http, String database, Map<String, Long> pids) {
    static final String FILE = "endpoints.json";

    void write(Path file) {
        try {
            Path next = file.resolveSibling(FILE + ".next");
            Files.write(next, EventJson.write(this));
            Files.move(
                    next,
                    file,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Endpoints read(Path file) {
        try {
            return EventJson.read(Files.readAllBytes(file), Endpoints.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
