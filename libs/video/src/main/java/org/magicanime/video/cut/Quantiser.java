package org.magicanime.video.cut;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.magicanime.video.CutOptions;

/// Ever finer settings of an encoder, for clips that come out less like their source than was asked for.
final class Quantiser {
    /// libopenh264 cannot be kept from quantising textured blocks of P frames more coarsely (adaptive quantisation
    /// and background detection have no option); key frames only do reach the quality: SSIM 0.99 where P frames end
    /// at 0.97.
    private static final List<Integer> KEY_FRAMES_ONLY = List.of(20, 12);

    private static final List<Integer> RATE_FACTORS = List.of(14, 10, 6);

    private Quantiser() {}

    /// The settings to try, in order; the first one is what was asked for.
    static List<Map<String, String>> ladder(CutOptions options) {
        Map<String, String> asked = new TreeMap<>(options.encoderOptions());
        Stream<Map<String, String>> finer = Stream.empty();
        if (options.encoder().equals("libopenh264")) {
            finer = KEY_FRAMES_ONLY.stream()
                    .map(quantiser -> with(asked, Map.of("g", "1", "b", "64000000", "qmax", quantiser.toString())));
        } else if (asked.containsKey("crf")) {
            double from = Double.parseDouble(asked.get("crf"));
            finer = RATE_FACTORS.stream()
                    .filter(factor -> factor < from)
                    .map(factor -> with(asked, Map.of("crf", factor.toString())));
        }
        return Stream.concat(Stream.of(asked), finer).toList();
    }

    private static Map<String, String> with(Map<String, String> asked, Map<String, String> changes) {
        Map<String, String> changed = new TreeMap<>(asked);
        changed.putAll(changes);
        return changed;
    }
}
