package org.magicanime.video.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.VideoFacts;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.SecondLook;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.ProbeReport;
import org.magicanime.video.Scan;

/// What a child says. Its parent believes none of it unseen: every count is bounded before memory is taken for it,
/// and the records check their values.
public sealed interface Reply {
    /// Frames so far.
    record Progress(long frames) implements Reply {}

    /// Where the native libraries are, in the order in which they are loaded.
    ///
    /// @param always what every request needs
    /// @param measuring what measuring needs besides
    record Unpacked(List<String> always, List<String> measuring) implements Reply {
        public Unpacked {
            always = List.copyOf(always);
            measuring = List.copyOf(measuring);
        }
    }

    record Probed(ProbeReport report) implements Reply {}

    record Measured(FilmMeasures measures) implements Reply {}

    /// A clip's files are complete, in the folder that its frames name. The parent answers with one byte when it has
    /// taken them.
    record Clip(
            FrameSpan span,
            boolean hasSound,
            int codedWidth,
            int codedHeight,
            int soundRate,
            long firstSample,
            long samples,
            double leastSsim)
            implements Reply {}

    /// The pictures are complete, in the folder's one file.
    record PicturesWritten(int width, int height, int frames, boolean more, boolean damaged) implements Reply {}

    /// Small pictures, as many as there are bytes for.
    record Shrunk(byte[] rgb) implements Reply {}

    /// The request is fulfilled.
    record Done() implements Reply {}

    record Unreadable(
            String code,
            String reason,
            @Nullable Double measured,
            @Nullable Double threshold) implements Reply {}

    int MAGIC = 0x4d41_0001;
    int MOST_FRAMES = 2_000_000;
    int MOST_SHRUNK_BYTES = 1 << 23;

    /// Writes the reply; {@link #read} reads it.
    default void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        switch (this) {
            case Progress(long frames) -> {
                out.writeByte('p');
                out.writeLong(frames);
            }
            case Unpacked(List<String> always, List<String> measuring) -> {
                out.writeByte('L');
                writePaths(out, always);
                writePaths(out, measuring);
            }
            case Probed(ProbeReport report) -> {
                out.writeByte('P');
                writeReport(out, report);
            }
            case Measured(FilmMeasures measures) -> {
                out.writeByte('M');
                writeMeasures(out, measures);
            }
            case Clip clip -> {
                out.writeByte('C');
                out.writeLong(clip.span().first());
                out.writeLong(clip.span().end());
                out.writeBoolean(clip.hasSound());
                out.writeInt(clip.codedWidth());
                out.writeInt(clip.codedHeight());
                out.writeInt(clip.soundRate());
                out.writeLong(clip.firstSample());
                out.writeLong(clip.samples());
                out.writeDouble(clip.leastSsim());
            }
            case PicturesWritten(int width, int height, int frames, boolean more, boolean damaged) -> {
                out.writeByte('R');
                out.writeInt(width);
                out.writeInt(height);
                out.writeInt(frames);
                out.writeBoolean(more);
                out.writeBoolean(damaged);
            }
            case Shrunk(byte[] rgb) -> {
                out.writeByte('S');
                out.writeInt(rgb.length);
                out.write(rgb);
            }
            case Done() -> out.writeByte('D');
            case Unreadable(String code, String reason, Double measured, Double threshold) -> {
                out.writeByte('U');
                out.writeUTF(code);
                out.writeUTF(reason);
                out.writeDouble(measured == null ? Double.NaN : measured);
                out.writeDouble(threshold == null ? Double.NaN : threshold);
            }
        }
        out.flush();
    }

    /// @throws java.io.EOFException if the child ended
    static Reply read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("the child does not speak our language");
        }
        byte kind = in.readByte();
        return switch (kind) {
            case 'p' -> new Progress(in.readLong());
            case 'L' -> new Unpacked(readPaths(in), readPaths(in));
            case 'P' -> new Probed(readReport(in));
            case 'M' -> new Measured(readMeasures(in));
            case 'C' ->
                new Clip(
                        new FrameSpan(in.readLong(), in.readLong()),
                        in.readBoolean(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readLong(),
                        in.readLong(),
                        in.readDouble());
            case 'R' ->
                new PicturesWritten(in.readInt(), in.readInt(), in.readInt(), in.readBoolean(), in.readBoolean());
            case 'S' -> new Shrunk(readShrunk(in));
            case 'D' -> new Done();
            case 'U' -> new Unreadable(in.readUTF(), in.readUTF(), value(in.readDouble()), value(in.readDouble()));
            default -> throw new IOException("the child says something unknown: " + kind);
        };
    }

    private static byte[] readShrunk(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > MOST_SHRUNK_BYTES) {
            throw new IOException("the child speaks of " + length + " bytes of small pictures");
        }
        byte[] rgb = new byte[length];
        in.readFully(rgb);
        return rgb;
    }

    private static void writePaths(DataOutputStream out, List<String> paths) throws IOException {
        out.writeByte(paths.size());
        for (String path : paths) {
            out.writeUTF(path);
        }
    }

    private static List<String> readPaths(DataInputStream in) throws IOException {
        List<String> paths = new ArrayList<>();
        for (int i = in.readUnsignedByte(); i > 0; i--) {
            paths.add(in.readUTF());
        }
        return paths;
    }

    private static @Nullable Double value(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static void writeReport(DataOutputStream out, ProbeReport report) throws IOException {
        VideoFacts facts = report.facts();
        out.writeUTF(facts.container());
        out.writeUTF(facts.videoCodec());
        out.writeUTF(facts.pixelFormat());
        out.writeInt(facts.width());
        out.writeInt(facts.height());
        out.writeInt(facts.rotation());
        writeRational(out, facts.frameRate());
        out.writeLong(facts.packets());
        out.writeDouble(facts.durationSeconds());
        String sound = facts.audioCodec();
        out.writeUTF(sound == null ? "" : sound);
        out.writeInt(report.streams());
        out.writeLong(report.soundPackets());
    }

    private static ProbeReport readReport(DataInputStream in) throws IOException {
        String container = in.readUTF();
        String codec = in.readUTF();
        String pixelFormat = in.readUTF();
        int width = in.readInt();
        int height = in.readInt();
        int rotation = in.readInt();
        Rational rate = readRational(in);
        long packets = in.readLong();
        double seconds = in.readDouble();
        String sound = in.readUTF();
        VideoFacts facts = new VideoFacts(
                container,
                codec,
                pixelFormat,
                width,
                height,
                rotation,
                rate,
                packets,
                seconds,
                sound.isEmpty() ? null : sound);
        return new ProbeReport(facts, in.readInt(), in.readLong());
    }

    private static void writeMeasures(DataOutputStream out, FilmMeasures m) throws IOException {
        out.writeInt(m.frames());
        out.writeInt(m.width());
        out.writeInt(m.height());
        writeRational(out, m.frameRate());
        writeRational(out, m.timeBase());
        out.writeBoolean(m.hasSound());
        Boundaries.write(out, m.boundaries());
        Boundaries.writeLooks(out, m.secondLooks());
        out.writeUTF(m.scan().kind().name());
        out.writeInt(m.scan().looked());
        out.writeDouble(m.scan().interlacedShare());
        boolean scored = m.contentScore().length > 0;
        out.writeBoolean(scored);
        for (int i = 0; i < m.frames(); i++) {
            out.writeLong(m.ticks()[i]);
            out.writeLong(m.durations()[i]);
            if (scored) {
                out.writeDouble(m.contentScore()[i]);
            }
            out.writeFloat(m.luma()[i]);
            out.writeFloat(m.deviation()[i]);
            out.writeFloat(m.darkShare()[i]);
            out.writeInt(m.stillSince()[i]);
            out.writeBoolean(m.damaged()[i]);
        }
    }

    private static FilmMeasures readMeasures(DataInputStream in) throws IOException {
        int frames = in.readInt();
        if (frames < 1 || frames > MOST_FRAMES) {
            throw new IOException("the child speaks of " + frames + " frames");
        }
        int width = in.readInt();
        int height = in.readInt();
        Rational frameRate = readRational(in);
        Rational timeBase = readRational(in);
        boolean hasSound = in.readBoolean();
        List<Boundary> boundaries = Boundaries.read(in, frames);
        List<SecondLook> secondLooks = Boundaries.readLooks(in, frames);
        Scan scan = readScan(in);
        boolean scored = in.readBoolean();
        FilmMeasures m = new FilmMeasures(
                width,
                height,
                frameRate,
                timeBase,
                new long[frames],
                new long[frames],
                new double[scored ? frames : 0],
                new float[frames],
                new float[frames],
                new float[frames],
                new int[frames],
                new boolean[frames],
                hasSound,
                boundaries,
                secondLooks,
                scan);
        for (int i = 0; i < frames; i++) {
            m.ticks()[i] = in.readLong();
            m.durations()[i] = in.readLong();
            if (scored) {
                m.contentScore()[i] = in.readDouble();
            }
            m.luma()[i] = in.readFloat();
            m.deviation()[i] = in.readFloat();
            m.darkShare()[i] = in.readFloat();
            m.stillSince()[i] = in.readInt();
            m.damaged()[i] = in.readBoolean();
        }
        return m;
    }

    private static Scan readScan(DataInputStream in) throws IOException {
        String kind = in.readUTF();
        try {
            return new Scan(Scan.Kind.valueOf(kind), in.readInt(), in.readDouble());
        } catch (IllegalArgumentException e) {
            throw new IOException("the child speaks of an unknown scan " + kind, e);
        }
    }

    private static void writeRational(DataOutputStream out, Rational value) throws IOException {
        out.writeLong(value.numerator());
        out.writeLong(value.denominator());
    }

    private static Rational readRational(DataInputStream in) throws IOException {
        return new Rational(in.readLong(), in.readLong());
    }
}
