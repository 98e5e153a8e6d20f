package org.magicanime.video.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.video.CutOptions;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.ProbeLimits;

/// What a parent asks its child for. It goes over standard input, so that nothing of it shows in the process list.
public sealed interface Request {
    /// Unpacks the native libraries.
    record Unpack() implements Request {}

    /// Does everything once on a film of its own, and lets the JVM end by itself.
    record Rehearse() implements Request {}

    record Probe(String film, ProbeLimits limits) implements Request {}

    record Measure(String film, MeasureOptions options) implements Request {}

    /// @param threads of the decoder; 0 lets it choose
    record Cut(String film, List<FrameSpan> spans, CutOptions options, int threads) implements Request {}

    record Pictures(String film, int mostFrames) implements Request {}

    /// @param threads of the decoder; 0 lets it choose
    record Shrink(String film, int width, int height, int threads) implements Request {}

    /// Writes the request; {@link #read} reads it.
    default void write(DataOutputStream out) throws IOException {
        out.writeUTF(getClass().getSimpleName());
        switch (this) {
            case Unpack() -> {}
            case Rehearse() -> {}
            case Probe(String film, ProbeLimits limits) -> {
                out.writeUTF(film);
                writeNames(out, limits.formats());
                writeNames(out, limits.videoCodecs());
                writeNames(out, limits.soundCodecs());
                out.writeLong(limits.maxPixels());
                out.writeInt(limits.maxStreams());
                out.writeLong(limits.maxDuration().toMillis());
                out.writeLong(limits.maxFrames());
                out.writeDouble(limits.maxFrameRate());
            }
            case Measure(String film, MeasureOptions options) -> {
                out.writeUTF(film);
                out.writeUTF(options.downscale().name());
            }
            case Pictures(String film, int mostFrames) -> {
                out.writeUTF(film);
                out.writeInt(mostFrames);
            }
            case Shrink(String film, int width, int height, int threads) -> {
                out.writeUTF(film);
                out.writeInt(width);
                out.writeInt(height);
                out.writeInt(threads);
            }
            case Cut(String film, List<FrameSpan> spans, CutOptions options, int threads) -> {
                out.writeUTF(film);
                out.writeInt(spans.size());
                for (FrameSpan span : spans) {
                    out.writeLong(span.first());
                    out.writeLong(span.end());
                }
                out.writeUTF(options.encoder());
                out.writeInt(options.encoderOptions().size());
                for (Map.Entry<String, String> option : new TreeMap<>(options.encoderOptions()).entrySet()) {
                    out.writeUTF(option.getKey());
                    out.writeUTF(option.getValue());
                }
                out.writeDouble(options.leastSsim());
                out.writeInt(threads);
            }
        }
        out.flush();
    }

    static Request read(DataInputStream in) throws IOException {
        String kind = in.readUTF();
        return switch (kind) {
            case "Unpack" -> new Unpack();
            case "Rehearse" -> new Rehearse();
            case "Probe" ->
                new Probe(
                        in.readUTF(),
                        new ProbeLimits(
                                readNames(in),
                                readNames(in),
                                readNames(in),
                                in.readLong(),
                                in.readInt(),
                                Duration.ofMillis(in.readLong()),
                                in.readLong(),
                                in.readDouble()));
            case "Measure" ->
                new Measure(
                        in.readUTF(),
                        new MeasureOptions(MeasureOptions.Downscale.valueOf(in.readUTF()), Duration.ofSeconds(1), 0));
            case "Cut" -> readCut(in);
            case "Pictures" -> new Pictures(in.readUTF(), in.readInt());
            case "Shrink" -> new Shrink(in.readUTF(), in.readInt(), in.readInt(), in.readInt());
            default -> throw new IOException("no such request: " + kind);
        };
    }

    private static Cut readCut(DataInputStream in) throws IOException {
        String film = in.readUTF();
        List<FrameSpan> spans = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            spans.add(new FrameSpan(in.readLong(), in.readLong()));
        }
        String encoder = in.readUTF();
        Map<String, String> options = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            options.put(in.readUTF(), in.readUTF());
        }
        CutOptions cutting = new CutOptions(encoder, options, in.readDouble(), Duration.ofSeconds(1), 0);
        return new Cut(film, spans, cutting, in.readInt());
    }

    private static void writeNames(DataOutputStream out, Set<String> names) throws IOException {
        out.writeInt(names.size());
        for (String name : new TreeSet<>(names)) {
            out.writeUTF(name);
        }
    }

    private static Set<String> readNames(DataInputStream in) throws IOException {
        Set<String> names = new TreeSet<>();
        for (int i = in.readInt(); i > 0; i--) {
            names.add(in.readUTF());
        }
        return names;
    }
}
