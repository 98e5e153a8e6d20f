package org.magicanime.drawing;

import java.util.ArrayList;
import java.util.List;

/// The 21 points of a hand: the wrist, then four of each finger from the thumb on, tip last.
///
/// @param points pixels of the picture
/// @param unit what a hand of size 1 is, in pixels
public record Hand(List<Position> points, double unit) {
    public static final int POINTS = 21;

    private static final double FAN = 20;
    private static final double[] KNUCKLE_ALONG = {0.39, 0.41, 0.39, 0.36};
    private static final double[] KNUCKLE_ACROSS = {0.125, 0.042, -0.042, -0.125};
    private static final double[] LENGTHS = {0.37, 0.42, 0.39, 0.31};
    private static final double[] THUMB = {0.15, 0.13, 0.11};
    private static final double THUMB_ANGLE = 50;
    private static final double[] PHALANGES = {0.45, 0.75, 1};

    public Hand {
        points = List.copyOf(points);
    }

    /// @param degrees where it points: see {@link Position#going}
    /// @param unit pixels
    /// @param across 1 or -1: at which side the thumb is; between them the hand is seen from its edge
    /// @param curl 0: stretched, 1: all but the index finger curled
    public static Hand of(Position wrist, double degrees, double unit, double across, double curl) {
        List<double[]> local = new ArrayList<>();
        local.add(new double[] {0, 0});
        double along = 0.07;
        double sideways = 0.10;
        local.add(new double[] {along, sideways});
        double angle = Math.toRadians(THUMB_ANGLE * (1 - 0.3 * curl));
        for (double length : THUMB) {
            along += length * Math.cos(angle);
            sideways += length * Math.sin(angle);
            local.add(new double[] {along, sideways});
            angle *= 0.85;
        }
        for (int finger = 0; finger < LENGTHS.length; finger++) {
            double fan = Math.toRadians(FAN - finger * 2 * FAN / (LENGTHS.length - 1)) * (1 - curl);
            double length = LENGTHS[finger] * (finger == 0 ? 1 : 1 - 0.6 * curl);
            local.add(new double[] {KNUCKLE_ALONG[finger], KNUCKLE_ACROSS[finger]});
            for (double share : PHALANGES) {
                local.add(new double[] {
                    KNUCKLE_ALONG[finger] + share * length * Math.cos(fan),
                    KNUCKLE_ACROSS[finger] + share * length * Math.sin(fan)
                });
            }
        }
        return new Hand(
                local.stream()
                        .map(point ->
                                wrist.going(degrees, point[0] * unit).going(degrees + 90, point[1] * unit * across))
                        .toList(),
                unit);
    }

    public Position wrist() {
        return points.getFirst();
    }

    /// The joint of a finger.
    ///
    /// @param finger 0 thumb … 4 little finger
    /// @param joint 0 at the palm … 3 tip
    public Position joint(int finger, int joint) {
        return points.get(1 + 4 * finger + joint);
    }
}
