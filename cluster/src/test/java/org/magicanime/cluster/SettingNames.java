package org.magicanime.cluster;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which environment variables services read: those of their `@ConfigMapping` interfaces, those that their
/// configuration refers to, and those of the libraries that read any of their own.
final class SettingNames {
    /// Read by Kafka's clients, Quarkus and SmallRye as a whole; what these make of a name nobody else can check.
    private static final Set<String> LIBRARIES = Set.of("KAFKA_", "QUARKUS_", "SMALLRYE_");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z-]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile("(?m)^ {4}[\\w.<>]+ (\\w+)\\(\\);");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z_]+)[:}]");
    private static final Set<String> NAMES = names();

    private SettingNames() {}

    static boolean isRead(String variable) {
        return NAMES.contains(variable) || LIBRARIES.stream().anyMatch(variable::startsWith);
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        for (Path file : Repository.sources("Config.java")) {
            String source = Repository.read(file);
            PREFIX.matcher(source)
                    .results()
                    .forEach(prefix -> METHOD.matcher(source)
                            .results()
                            .forEach(method -> names.add(variable(prefix.group(1), method.group(1)))));
        }
        for (Path file : Repository.sources("application.properties")) {
            REFERENCE.matcher(Repository.read(file)).results().forEach(name -> names.add(name.group(1)));
        }
        // Of a nested interface: DatasetConfig.Access.tokenFile.
        names.add("DATASET_ACCESS_TOKEN_FILE");
        return names;
    }

    /// `store` and `accessKey` are `STORE_ACCESS_KEY`.
    private static String variable(String prefix, String method) {
        return (prefix.replace('-', '_') + "_" + method.replaceAll("([A-Z])", "_$1")).toUpperCase(Locale.ROOT);
    }
}
