package org.magicanime.video;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the folder of real films beside the checkout, which a bare clone does not have.
final class SharedFolder {
    private SharedFolder() {}

    static Path path() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path shared = folder.resolveSibling("shared");
            if (Files.isDirectory(folder.resolve(".git")) || Files.exists(folder.resolve("magicanime"))) {
                return shared;
            }
            folder = folder.getParent();
        }
        return Path.of("shared");
    }
}
