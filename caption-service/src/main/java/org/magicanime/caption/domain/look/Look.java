package org.magicanime.caption.domain.look;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.pictures.ClipPictures;

/// What a clip looks like: measured values, and the words that they stand for.
///
/// @param brightness mean luma, 0 to 255
/// @param contrast from the darkest twentieth of the pixels to the brightest, 0 to 255
/// @param colours the largest first
/// @param camera what it does
/// @param cameraRight in widths of the picture a second
/// @param cameraDown in heights of the picture a second
/// @param cameraGrowth by which things become larger in a second
/// @param cameraUnrest of single shifts, in widths of the picture
/// @param motion mean difference of luma between two pictures a sixth of a second apart
public record Look(
        double brightness,
        double contrast,
        List<ColourShare> colours,
        Camera camera,
        double cameraRight,
        double cameraDown,
        double cameraGrowth,
        double cameraUnrest,
        double motion) {
    /// Pixels of the longer side of the pictures that are looked at.
    public static final int SIDE = 160;

    private static final double LOOKS_PER_SECOND = 6;

    public Look {
        colours = List.copyOf(colours);
    }

    /// @param pictures of the clip, {@link #SIDE} pixels
    /// @param frames of the clip in the film
    /// @param places of its character
    public static Look of(
            ClipPictures pictures, FrameSpan frames, double framesPerSecond, List<CharacterPlace> places) {
        int step = Math.max(1, (int) Math.round(framesPerSecond / LOOKS_PER_SECOND));
        PictureStatistics statistics = new PictureStatistics();
        CameraMotion motion = new CameraMotion(step / framesPerSecond);
        int[] before = null;
        for (int frame = 0; frame < pictures.frames(); frame += step) {
            var picture = pictures.picture(frame);
            statistics.add(picture);
            int[] luma = CameraMotion.luma(picture);
            if (before != null) {
                List<CharacterPlace> here = at(places, frames.first() + frame);
                motion.add(
                        before,
                        luma,
                        picture.width(),
                        picture.height(),
                        (x, y) -> here.stream().anyMatch(place -> place.covers(x, y)));
            }
            before = luma;
        }
        return new Look(
                rounded(statistics.brightness()),
                rounded(statistics.contrast()),
                statistics.dominant().stream()
                        .map(each -> new ColourShare(each.colour(), rounded(each.share())))
                        .toList(),
                motion.camera(),
                rounded(-motion.right()),
                rounded(-motion.down()),
                rounded(motion.growth()),
                rounded(motion.unrest()),
                rounded(motion.amount()));
    }

    private static List<CharacterPlace> at(List<CharacterPlace> places, long frame) {
        List<CharacterPlace> here = new ArrayList<>();
        for (CharacterPlace place : places) {
            if (place.frames().first() <= frame && frame < place.frames().end()) {
                here.add(place);
            }
        }
        return here;
    }

    /// The character of most frames.
    static @Nullable CharacterPlace main(List<CharacterPlace> places) {
        return places.stream()
                .max(java.util.Comparator.comparingLong(place -> place.frames().frames()))
                .orElse(null);
    }

    private static double rounded(double value) {
        // A zero has no sign.
        return Math.round(value * 1000) / 1000.0 + 0.0;
    }
}
