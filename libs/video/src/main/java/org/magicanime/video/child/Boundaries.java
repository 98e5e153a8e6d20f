package org.magicanime.video.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.Boundary.Kind;
import org.magicanime.shots.Boundary.Signals;
import org.magicanime.shots.Boundary.Why;
import org.magicanime.shots.SecondLook;

/// How a child tells boundaries of shots.
final class Boundaries {
    /// In the place of a frame.
    private static final int NONE = -1;

    private Boundaries() {}

    static void write(DataOutputStream out, List<Boundary> boundaries) throws IOException {
        out.writeInt(boundaries.size());
        for (Boundary boundary : boundaries) {
            out.writeByte(boundary.kind().ordinal());
            out.writeInt(boundary.first());
            out.writeInt(boundary.end());
            out.writeInt(boundary.begins());
            out.writeDouble(boundary.confidence());
            writeSignals(out, boundary.signals());
            out.writeByte(boundary.why().ordinal());
        }
    }

    /// @param frames of the film: there are no more boundaries, and none beyond
    static List<Boundary> read(DataInputStream in, int frames) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > frames) {
            throw new IOException("the child speaks of " + count + " boundaries");
        }
        List<Boundary> boundaries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = in.readUnsignedByte();
            int first = in.readInt();
            int end = in.readInt();
            int begins = in.readInt();
            if (kind >= Kind.values().length || end > frames) {
                throw new IOException("the child speaks of an impossible boundary");
            }
            boundaries.add(new Boundary(
                    Kind.values()[kind],
                    first,
                    end,
                    begins,
                    in.readDouble(),
                    readSignals(in),
                    why(in.readUnsignedByte())));
        }
        return boundaries;
    }

    private static Why why(int number) throws IOException {
        if (number >= Why.values().length) {
            throw new IOException("the child speaks of an impossible boundary");
        }
        return Why.values()[number];
    }

    static void writeLooks(DataOutputStream out, List<SecondLook> looks) throws IOException {
        out.writeInt(looks.size());
        for (SecondLook look : looks) {
            out.writeLong(look.frames().first());
            out.writeLong(look.frames().end());
            writeSignals(out, look.ends());
            Integer cut = look.cut();
            out.writeInt(cut == null ? NONE : cut);
        }
    }

    /// @param frames of the film: no stretch reaches beyond
    static List<SecondLook> readLooks(DataInputStream in, int frames) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > frames) {
            throw new IOException("the child speaks of " + count + " second looks");
        }
        List<SecondLook> looks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FrameSpan span = new FrameSpan(in.readLong(), in.readLong());
            if (span.end() > frames) {
                throw new IOException("the child speaks of a second look beyond the film");
            }
            Signals ends = readSignals(in);
            int cut = in.readInt();
            looks.add(new SecondLook(span, ends, cut == NONE ? null : cut));
        }
        return looks;
    }

    private static void writeSignals(DataOutputStream out, Signals signals) throws IOException {
        out.writeDouble(signals.brightness());
        out.writeDouble(signals.colour());
        out.writeDouble(signals.structure());
        out.writeDouble(signals.unexplained());
        out.writeDouble(signals.changed());
        out.writeDouble(signals.prominence());
    }

    private static Signals readSignals(DataInputStream in) throws IOException {
        return new Signals(
                in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    }
}
