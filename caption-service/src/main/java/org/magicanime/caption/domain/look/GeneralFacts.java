package org.magicanime.caption.domain.look;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Style;

/// The content of `general-facts.json`: what was measured of a clip. Names of the parts are the ids of facts in
/// captions.
///
/// @param itemId the clip
/// @param span its frames in the film
/// @param shotSize how much of the character is seen, in the span with most frames
/// @param characters as the pose stage counted them in most frames; absent if it saw none, or was not sure
/// @param places of the character, one for each pose span
/// @param look light, colours, camera and motion; absent where the pictures were not told
/// @param style as the film's owner said
/// @param title likewise
public record GeneralFacts(
        String itemId,
        FrameSpan span,
        ShotSize shotSize,
        @Nullable Integer characters,
        List<CharacterPlace> places,
        @Nullable Look look,
        Style style,
        String title) {
    private static final String SEVERAL = "several-characters";

    public GeneralFacts {
        places = List.copyOf(places);
    }

    /// @param rejections of frames without a pose
    public static GeneralFacts of(
            ClipPosed clip, @Nullable Look look, List<CharacterPlace> places, List<ItemRejected> rejections) {
        CharacterPlace main = Look.main(places);
        return new GeneralFacts(
                clip.clipId(),
                clip.span(),
                main == null ? ShotSize.UNKNOWN : main.shotSize(),
                characters(clip, rejections),
                places,
                look,
                clip.labels().style(),
                clip.labels().title());
    }

    private static @Nullable Integer characters(ClipPosed clip, List<ItemRejected> rejections) {
        long one = clip.framesKept();
        long several = rejections.stream()
                .filter(each -> each.code().equals(SEVERAL))
                .mapToLong(ItemRejected::frames)
                .sum();
        if (2 * several > clip.span().frames()) {
            return rejections.stream()
                    .filter(each -> each.code().equals(SEVERAL))
                    .map(ItemRejected::measured)
                    .filter(measured -> measured != null && measured >= 2)
                    .map(measured -> (int) Math.round(measured))
                    .max(Integer::compare)
                    .orElse(null);
        }
        return 2 * one > clip.span().frames() ? Integer.valueOf(1) : null;
    }
}
