package org.magicanime.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/// A store in a process of its own, which a test can kill.
final class StoreProcess {
    static final String ACCESS_KEY = "test-access";
    static final String SECRET_KEY = "test-secret-1234";

    private StoreProcess() {}

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Waits until it answers.
    static URI endpoint(Process process) throws IOException {
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("http://")) {
                return URI.create(line);
            }
        }
        throw new IOException("the store has ended");
    }

    public static void main(String[] args) throws Exception {
        try (EmbeddedStore store =
                EmbeddedStore.start(Path.of(args[0]), 0, ACCESS_KEY, SECRET_KEY, BucketNotifications.NONE)) {
            System.out.println(store.endpoint());
            Thread.currentThread().join();
        }
    }
}
