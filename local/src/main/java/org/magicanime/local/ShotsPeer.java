package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// PySceneDetect's command line with its defaults on the same film: `detect-content list-scenes`.
final class ShotsPeer {
    private static final int LONGEST_MINUTES = 60;

    private final String python;
    private final Path film;
    private final Path folder;

    /// @param python a command that starts Python, perhaps with PySceneDetect installed
    /// @param folder to work in
    ShotsPeer(String python, Path film, Path folder) {
        this.python = python;
        this.film = film.toAbsolutePath();
        this.folder = folder;
    }

    /// Whether that Python has it.
    boolean isThere() {
        return status(List.of(python, "-c", "import scenedetect, cv2")) == 0;
    }

    /// Finds the shots once, and keeps no list of them.
    ///
    /// @throws IllegalStateException if it fails
    void run() {
        int status = status(List.of(
                python, "-m", "scenedetect", "-q", "-i", film.toString(), "detect-content", "list-scenes", "-n"));
        if (status != 0) {
            throw new IllegalStateException("'" + python + " -m scenedetect' ended with status " + status);
        }
    }

    private int status(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException e) {
            // No such command.
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.getFirst() + " ran", e);
        }
    }
}
