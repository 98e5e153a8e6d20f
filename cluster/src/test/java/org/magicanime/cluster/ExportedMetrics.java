package org.magicanime.cluster;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/// Names of metrics that there are. `exported/services.txt` was read from `/q/metrics` of a running system by
/// `cluster/record-metrics` (`PackagedServicesIT` holds it against services that run), `exported/others.txt` says where
/// each of the others was seen.
final class ExportedMetrics {
    private static final Path FOLDER = Path.of("src/test/resources/exported");

    private ExportedMetrics() {}

    static Set<String> services() {
        return names("services.txt");
    }

    static Set<String> all() {
        Set<String> all = new TreeSet<>(services());
        all.addAll(names("others.txt"));
        // Prometheus's own.
        all.add("up");
        return all;
    }

    private static Set<String> names(String file) {
        Set<String> names = new TreeSet<>();
        Repository.read(FOLDER.resolve(file))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(names::add);
        return names;
    }
}
