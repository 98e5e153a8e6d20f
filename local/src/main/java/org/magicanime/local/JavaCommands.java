package org.magicanime.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Command lines of the processes that are JVMs.
final class JavaCommands {
    private JavaCommands() {}

    /// A main class on the launcher's own class path.
    static List<String> ofMain(List<String> options, Class<?> main, String... args) {
        List<String> command = new ArrayList<>(jvm(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /// A packaged service.
    ///
    /// @throws IllegalStateException if it was not built
    static List<String> ofQuarkus(Path jar) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not there; build it with ./magicanime");
        }
        List<String> command = new ArrayList<>(jvm(List.of("-Xmx384m")));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static List<String> jvm(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                // Ten times the defaults: what handles a few events a second is not worth the slow compiler's time,
                // which films need on a machine with few cores. Loops over pixels get there by their own threshold.
                "-XX:Tier4InvocationThreshold=50000",
                "-XX:Tier4MinInvocationThreshold=6000",
                "-XX:Tier4CompileThreshold=150000",
                "-XX:+ExitOnOutOfMemoryError",
                // the launcher's class path has Quarkus's log manager on it
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        return command;
    }
}
