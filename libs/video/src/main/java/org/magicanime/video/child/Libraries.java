package org.magicanime.video.child;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.presets.javacpp;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;

/// The native libraries of a film-reading process. JavaCPP's loader finds, unpacks and loads them; that takes
/// longer than reading a short film, so it is done once, and from then on they are loaded by their paths.
public final class Libraries {
    /// Paths, in the order in which they are loaded; JavaCPP's own loader is switched off where it is set.
    public static final String PROPERTY = "magicanime.video.libraries";

    /// libavfilter and libavdevice are not among them: the latter wants sound servers.
    private static final List<Class<?>> ALWAYS =
            List.of(javacpp.class, avutil.class, swresample.class, avcodec.class, avformat.class, swscale.class);

    private static final List<Class<?>> MEASURING =
            List.of(openblas_nolapack.class, openblas.class, opencv_core.class, opencv_imgproc.class);

    private Libraries() {}

    /// Loads the libraries that the property names. One that needs another that comes later is tried again after it.
    static void load() {
        Deque<String> waiting = new ArrayDeque<>();
        for (String path : System.getProperty(PROPERTY, "").split(File.pathSeparator, -1)) {
            if (!path.isEmpty()) {
                waiting.add(path);
            }
        }
        for (int tries = 0; !waiting.isEmpty(); tries++) {
            String path = waiting.removeFirst();
            try {
                System.load(path);
                tries = 0;
            } catch (UnsatisfiedLinkError e) {
                if (tries > waiting.size()) {
                    throw e;
                }
                waiting.addLast(path);
            }
        }
    }

    /// Unpacks all libraries, by loading them.
    static Reply.Unpacked unpack() throws IOException {
        ALWAYS.forEach(Loader::load);
        List<String> always = mapped();
        MEASURING.forEach(Loader::load);
        List<String> measuring = new ArrayList<>(mapped());
        measuring.removeAll(always);
        return new Reply.Unpacked(always, measuring);
    }

    /// The libraries in memory that were unpacked. Later ones lie below earlier ones, as Linux fills its address space.
    private static List<String> mapped() throws IOException {
        String unpacked = System.getProperty("org.bytedeco.javacpp.cachedir") + "/";
        Map<String, Long> addresses = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
            int path = line.indexOf(unpacked);
            if (path > 0) {
                long address = Long.parseLong(line.substring(0, line.indexOf('-')), 16);
                addresses.merge(line.substring(path), address, Math::min);
            }
        }
        return addresses.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
