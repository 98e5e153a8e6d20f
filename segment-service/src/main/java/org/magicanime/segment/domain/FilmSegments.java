package org.magicanime.segment.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.SecondLook;
import org.magicanime.video.Scan;

/// What became of every frame of a film: the content of `segments.json`, and all that is told of it.
///
/// @param videoId the film
/// @param paramsHash what it was divided with
/// @param parameters the same by name
/// @param frames frames that the decoder gave
/// @param shots as the detector found them
/// @param boundaries what the detector `cartoon` saw between them, and flashes; of others, only if a network was asked
/// @param secondLooks stretches that it searched once more for a missed cut, and what came of it; absent of films
///     divided by earlier versions
/// @param scan whether rows of its pictures are of one moment; not known of films divided by earlier versions
/// @param clips every clip, as told
/// @param rejections every span that is left out, as told
public record FilmSegments(
        String videoId,
        String paramsHash,
        Map<String, String> parameters,
        long frames,
        List<FrameSpan> shots,
        List<Boundary> boundaries,
        List<SecondLook> secondLooks,
        @Nullable Scan scan,
        List<ClipCut> clips,
        List<ItemRejected> rejections) {
    public FilmSegments {
        parameters = Map.copyOf(parameters);
        shots = List.copyOf(shots);
        boundaries = List.copyOf(boundaries);
        secondLooks = secondLooks == null ? List.of() : List.copyOf(secondLooks);
        clips = List.copyOf(clips);
        rejections = List.copyOf(rejections);
    }

    public long framesKept() {
        return clips.stream().mapToLong(clip -> clip.span().frames()).sum();
    }
}
