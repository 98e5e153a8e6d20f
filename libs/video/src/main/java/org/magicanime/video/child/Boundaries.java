package org.magicanime.video.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.Boundary.Kind;
import org.magicanime.shots.Boundary.Signals;

/// How a child tells boundaries of shots.
final class Boundaries {
    private Boundaries() {}

    static void write(DataOutputStream out, List<Boundary> boundaries) throws IOException {
        out.writeInt(boundaries.size());
        for (Boundary boundary : boundaries) {
            out.writeByte(boundary.kind().ordinal());
            out.writeInt(boundary.first());
            out.writeInt(boundary.end());
            out.writeInt(boundary.begins());
            out.writeDouble(boundary.confidence());
            Signals signals = boundary.signals();
            out.writeDouble(signals.brightness());
            out.writeDouble(signals.colour());
            out.writeDouble(signals.structure());
            out.writeDouble(signals.unexplained());
            out.writeDouble(signals.changed());
            out.writeDouble(signals.prominence());
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
                    new Signals(
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble())));
        }
        return boundaries;
    }
}
