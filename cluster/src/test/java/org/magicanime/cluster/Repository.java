package org.magicanime.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// The files of the project that manifests must agree with.
final class Repository {
    private static final String SUFFIX = "-service";
    private static final String CONFIG = "src/main/resources/META-INF/microprofile-config.properties";
    private static final String INCOMING = "mp.messaging.incoming.";

    private Repository() {}

    /// What a service hears.
    ///
    /// @param topic its name
    /// @param group the consumer group
    record Channel(String topic, String group) {}

    static Path home() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    static Path k8s() {
        return home().resolve("k8s");
    }

    /// Names of all services, from the modules: `segment` for `segment-service`.
    static List<String> services() {
        try (Stream<Path> modules = Files.list(home())) {
            return modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                    .map(module -> module.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The channels that a service's configuration has.
    static List<Channel> channels(String service) {
        Properties config = new Properties();
        try (InputStream in =
                Files.newInputStream(home().resolve(service + SUFFIX).resolve(CONFIG))) {
            config.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Channel> channels = new ArrayList<>();
        for (String key : config.stringPropertyNames()) {
            if (key.startsWith(INCOMING) && (key.endsWith(".topic") || key.endsWith(".topics"))) {
                String channel = key.substring(0, key.lastIndexOf('.'));
                for (String topic : config.getProperty(key).split(",")) {
                    channels.add(new Channel(topic, config.getProperty(channel + ".group.id")));
                }
            }
        }
        return channels;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All files of services and libraries that are no tests.
    static List<Path> sources(String suffix) {
        List<Path> files = new ArrayList<>();
        services().forEach(service -> files.addAll(files(home().resolve(service + SUFFIX + "/src/main"), suffix)));
        try (Stream<Path> libraries = Files.list(home().resolve("libs"))) {
            libraries
                    .map(library -> library.resolve("src/main"))
                    .filter(Files::isDirectory)
                    .forEach(folder -> files.addAll(files(folder, suffix)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// All files below a folder, in order.
    static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
