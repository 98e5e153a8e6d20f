package org.magicanime.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.LastStage;
import picocli.CommandLine.Option;

/// Options that most commands have.
final class CommonOptions {
    @Option(names = "--state", paramLabel = "DIR", description = "Where everything is kept. Default: ./.magicanime")
    Path state = Path.of(".magicanime");

    @Option(
            names = "--replicas",
            paramLabel = "SERVICE=N",
            description = "Processes of a service, such as segment=2. May be given several times.")
    Map<String, Integer> replicas = new LinkedHashMap<>();

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Use this broker instead of an own one.")
    @Nullable
    String kafka;

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "Use this S3 store instead of an own one. Credentials: environment variables "
                    + "MAGICANIME_STORE_ACCESS_KEY and MAGICANIME_STORE_SECRET_KEY. It must tell object.created.v1.")
    @Nullable
    URI store;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "Use this PostgreSQL database (jdbc:postgresql://HOST:PORT/NAME) for the ledger instead of an own "
                            + "one. User and password: environment variables MAGICANIME_DATABASE_USER and "
                            + "MAGICANIME_DATABASE_PASSWORD.")
    @Nullable
    String database;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "Pages and API ask for a token of this file: one a line, of 32 characters or more, and the file "
                            + "readable by you only. Without, all users of this machine can ask.")
    @Nullable
    Path tokenFile;

    @Option(
            names = "--until",
            paramLabel = "STAGE",
            description = "The last stage: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    LastStage until = LastStage.CAPTION;
}
