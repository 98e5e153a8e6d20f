package org.magicanime.video;

import java.util.List;
import org.magicanime.contracts.Rational;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.SecondLook;

/// What was measured of every frame of a film, in the decoder's output order. Arrays have one value per frame.
///
/// @param width pixels as shown, after rotation
/// @param height pixels as shown, after rotation
/// @param frameRate average frames per second
/// @param timeBase seconds per tick of `ticks` and `durations`
/// @param ticks presentation time of each frame, strictly increasing, from the film's own time stamps
/// @param durations how long each frame is shown, in ticks
/// @param contentScore PySceneDetect's `content_val` (0 for the first frame), bit-equal to 0.6.7.1; empty with
///     `Downscale.LUMA_64`
/// @param luma mean brightness (0 to 255) of the sample: V of HSV, or luma with `Downscale.LUMA_64`
/// @param deviation standard deviation of that
/// @param darkShare share (0 to 1) of sample pixels of at most 25 (ffmpeg blackdetect's pixel threshold of 0.10)
/// @param stillSince the frame that began the present still run; its own number where the picture moved. A run goes on
///     while the mean |difference of brightness to the frame that began it| is at most 0.255 (ffmpeg freezedetect:
///     0.001 of the range)
/// @param damaged whether the decoder reported an error in the frame
/// @param hasSound whether there is a sound stream that can be decoded
/// @param boundaries between shots, in order; empty unless `Downscale.LUMA_64`
/// @param secondLooks stretches that were searched once more, in order; likewise
/// @param scan whether rows are of one moment
public record FilmMeasures(
        int width,
        int height,
        Rational frameRate,
        Rational timeBase,
        long[] ticks,
        long[] durations,
        double[] contentScore,
        float[] luma,
        float[] deviation,
        float[] darkShare,
        int[] stillSince,
        boolean[] damaged,
        boolean hasSound,
        List<Boundary> boundaries,
        List<SecondLook> secondLooks,
        Scan scan) {
    public FilmMeasures {
        boundaries = List.copyOf(boundaries);
        secondLooks = List.copyOf(secondLooks);
    }

    public int frames() {
        return ticks.length;
    }

    /// The same with what somebody else says of shots.
    public FilmMeasures withBoundaries(List<Boundary> others, List<SecondLook> looks) {
        return new FilmMeasures(
                width,
                height,
                frameRate,
                timeBase,
                ticks,
                durations,
                contentScore,
                luma,
                deviation,
                darkShare,
                stillSince,
                damaged,
                hasSound,
                others,
                looks,
                scan);
    }

    /// Whether the decoder reported an error in any frame.
    public boolean isDamaged() {
        for (boolean frame : damaged) {
            if (frame) {
                return true;
            }
        }
        return false;
    }
}
