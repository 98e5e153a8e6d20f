package org.magicanime.dataset.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.Rational;

/// One item of one subset.
///
/// @param subset such as `image-to-video`
/// @param itemId the clip or the span
/// @param videoId the film
/// @param clipId the clip that it is, or that it is a part of
/// @param style as the film's owner said; so are `title`, `source` and `licence`
/// @param span frames of the film
/// @param frames how many
/// @param fps the film's average frames per second; absent if the film does not say
/// @param frameRate the same, exactly
/// @param width pixels
/// @param height pixels
/// @param framing how much of the character is seen, for spans
/// @param characterId the character of the film that a face is of, see {@link org.magicanime.contracts.CharacterId}
/// @param characterConfidence how sure that is, 0 to 1, see
///     {@link org.magicanime.dataset.domain.character.CharacterConfidence}
/// @param caption what is seen of a clip, or how the character of a span moves: a person's words where somebody
///     corrected it; absent where nothing was captioned
/// @param difficulty `easy`, `medium` or `hard` as a person said; absent where nobody did
/// @param benchmark `preferred` or `excluded` as a case of benchmarks by a person; absent where nobody said it
/// @param measures the tests that it passed, each with the value of its worst frame
/// @param artifacts by role, with hashes; `quality` has the measured values of a span, frame by frame
/// @param stages what made it, from the first to the last
public record ManifestRow(
        String subset,
        String itemId,
        String videoId,
        String clipId,
        String style,
        String title,
        @Nullable String source,
        @Nullable String licence,
        FrameSpan span,
        long frames,
        @Nullable Double fps,
        Rational frameRate,
        int width,
        int height,
        @Nullable String framing,
        @Nullable String characterId,
        @Nullable Double characterConfidence,
        @Nullable String caption,
        @Nullable String difficulty,
        @Nullable String benchmark,
        List<Measure> measures,
        Map<String, ArtifactRef> artifacts,
        List<StageRun> stages) {
    public ManifestRow {
        measures = List.copyOf(measures);
        artifacts = Collections.unmodifiableMap(new TreeMap<>(artifacts));
        stages = List.copyOf(stages);
    }

    /// What people said of it.
    public ItemMarks marks() {
        return new ItemMarks(difficulty, benchmark);
    }

    /// @param parameters by name, the digests of models among them; absent if no event told them
    public record StageRun(
            String stage, String paramsHash, @Nullable Map<String, String> parameters) {}
}
