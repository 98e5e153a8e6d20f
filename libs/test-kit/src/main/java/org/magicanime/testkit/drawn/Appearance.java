package org.magicanime.testkit.drawn;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.drawing.Position;

/// An actor at one moment: the shapes that are painted, and where the joints are.
///
/// @param pieces in the order in which they are painted
/// @param joints 133, with the part to which each belongs; empty for one that is not humanoid
record Appearance(List<Piece> pieces, List<Joint> joints, double mouthOpening, double turn) {

    /// @param hidden inside of its own part, as fingers are in a mitten
    record Joint(Position position, Part part, boolean hidden) {}

    Appearance {
        pieces = List.copyOf(pieces);
        joints = List.copyOf(joints);
    }

    /// @param seconds since the scene began
    /// @param loudness of the actor's voice, 0 to 1
    /// @param moved how far the camera has moved to the right, in pixels
    static Appearance of(Actor actor, double seconds, double loudness, Look look, int width, int height, double moved) {
        Figure figure = actor.figure();
        Position ground = new Position(actor.place(seconds) * width - moved, actor.ground() * height);
        double size = actor.height() * height;
        Easel easel = new Easel(
                figure.shades(),
                figure.shades() == Shades.SOLID ? null : figure.colours().outline(),
                look.line() * size / figure.heads());
        if (figure.kind().humanoid()) {
            return person(actor, seconds, loudness, easel, ground, size);
        }
        if (figure.kind() == Figure.Kind.ANIMAL) {
            boolean walks = actor.place(seconds + 1e-3) != actor.place(seconds);
            new AnimalDrawing(easel, figure.colours(), ground, size, actor.speed() < 0 ? -1 : 1)
                    .draw(seconds + actor.phase(), walks);
        } else {
            new BlobDrawing(easel, figure.colours(), ground, size).draw(seconds + actor.phase());
        }
        return new Appearance(easel.pieces(), List.of(), 0, 0);
    }

    private static Appearance person(
            Actor actor, double seconds, double loudness, Easel easel, Position ground, double size) {
        Figure figure = actor.figure();
        boolean hose = figure.kind() == Figure.Kind.HOSE;
        Pose pose = hose ? HoseDrawing.bent(actor.pose(seconds)) : actor.pose(seconds);
        Skeleton skeleton = Skeleton.of(figure, pose, ground, size);
        HeadFrame frame = skeleton.head();
        FaceShape face =
                new FaceShape(loudness, frame.right(), frame.down(), pose.head().eyes(), figure.eyes());
        HeadDrawing head = new HeadDrawing(easel, frame, face, figure);
        if (hose) {
            new HoseDrawing(easel, skeleton, figure).draw(head);
        } else {
            new PersonDrawing(easel, skeleton, figure).draw(head, pose, ground);
        }
        return new Appearance(
                easel.pieces(),
                Joints.of(skeleton, face, hose),
                face.mouthOpening(),
                pose.head().turn());
    }

    /// What of it is in the picture, without what it leans on and casts.
    @Nullable
    Box box(int width, int height) {
        Rectangle2D bounds = null;
        for (Piece piece : pieces) {
            if (piece.part().ofTheFigure()) {
                Rectangle2D own = piece.shape().getBounds2D();
                bounds = bounds == null ? own : bounds.createUnion(own);
            }
        }
        if (bounds == null) {
            return null;
        }
        Rectangle2D inside = bounds.createIntersection(new Rectangle2D.Double(0, 0, width, height));
        return inside.isEmpty() ? null : Box.of(inside);
    }

    /// The 133 points, as they are seen behind others.
    ///
    /// @param before who is drawn later
    List<KnownPoint> points(List<Appearance> before, int width, int height) {
        if (joints.isEmpty()) {
            return Collections.nCopies(CharacterTruth.POINTS, new KnownPoint(0, 0, KnownPoint.ABSENT));
        }
        List<Piece> all = new ArrayList<>(pieces);
        before.forEach(other -> all.addAll(other.pieces()));
        List<KnownPoint> points = new ArrayList<>(joints.size());
        for (Joint joint : joints) {
            points.add(
                    new KnownPoint(joint.position().x(), joint.position().y(), visibility(joint, all, width, height)));
        }
        return points;
    }

    private int visibility(Joint joint, List<Piece> all, int width, int height) {
        Position position = joint.position();
        if (position.x() < 0 || position.y() < 0 || position.x() >= width || position.y() >= height) {
            return KnownPoint.ABSENT;
        }
        if (joint.hidden()) {
            return KnownPoint.HIDDEN;
        }
        int last = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).part() == joint.part()) {
                last = i;
            }
        }
        boolean covered = all.subList(last + 1, all.size()).stream().anyMatch(piece -> piece.covers(position));
        return covered ? KnownPoint.HIDDEN : KnownPoint.VISIBLE;
    }
}
