package org.magicanime.audio.domain;

import java.util.List;
import java.util.Map;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.SpeechClip;

/// What became of the sound of a clip's face clips: the content of `speech.json`, and all that is told
/// of it.
///
/// @param clipId the clip
/// @param paramsHash what sound was judged with
/// @param parameters the same by name
/// @param judged frames of the face clips
/// @param measured of each of them, in the same order
/// @param speech as told
/// @param undecided as told
/// @param rejections as told
public record ClipSpeech(
        String clipId,
        String paramsHash,
        Map<String, String> parameters,
        List<FrameSpan> judged,
        List<SoundQuality> measured,
        List<SpeechClip> speech,
        List<SpeechClip> undecided,
        List<ItemRejected> rejections) {
    public ClipSpeech {
        parameters = Map.copyOf(parameters);
        judged = List.copyOf(judged);
        measured = List.copyOf(measured);
        speech = List.copyOf(speech);
        undecided = List.copyOf(undecided);
        rejections = List.copyOf(rejections);
    }
}
