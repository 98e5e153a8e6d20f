package org.magicanime.video.sandbox;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.opencv.global.opencv_core;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.VideoId;
import org.magicanime.shots.Boundary;
import org.magicanime.video.FilmReader;

/// The jars that a film-reading process needs and no others, found where this process loaded them from: in a service's
/// own folder as well as on a developer's class path.
final class ChildClassPath {
    private static final String PLATFORM = Loader.getPlatform();
    private static final List<String> NATIVE = List.of(
            "org/bytedeco/javacpp/" + PLATFORM + "/",
            "org/bytedeco/ffmpeg/" + PLATFORM + "/",
            "org/bytedeco/opencv/" + PLATFORM + "/",
            "org/bytedeco/openblas/" + PLATFORM + "/");

    private ChildClassPath() {}

    static Set<Path> jars() {
        Set<Path> jars = new LinkedHashSet<>();
        for (Class<?> marker : List.of(
                FilmReader.class,
                VideoId.class,
                Boundary.class,
                Loader.class,
                avutil.class,
                opencv_core.class,
                openblas_nolapack.class,
                Nullable.class)) {
            jars.add(of(marker));
        }
        for (String folder : NATIVE) {
            jars.add(of(folder));
        }
        return jars;
    }

    private static Path of(Class<?> marker) {
        try {
            return Path.of(
                    marker.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the jar of " + marker + " cannot be found", e);
        }
    }

    private static Path of(String folder) {
        ClassLoader loader = ChildClassPath.class.getClassLoader();
        URL url = loader == null ? null : loader.getResource(folder);
        if (url == null) {
            throw new IllegalStateException("there are no native libraries for this platform: " + folder
                    + " is on no class path; MagicAnime runs on linux-x86_64");
        }
        String location = url.getPath();
        String jar = location.substring(0, location.indexOf("!/"));
        return Path.of(java.net.URI.create(jar.startsWith("file:") ? jar : "file:" + jar));
    }
}
