package org.magicanime.dataset.domain;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.BenchmarkFrozen;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.EvalCaseCompleted;
import org.magicanime.contracts.EvalCaseRequested;
import org.magicanime.contracts.EvalCompleted;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;

/// The parameters that a hash stands for, the digests of models among them.
///
/// @param paramsHash over `values`
/// @param values by name
public record StageParameters(String paramsHash, Map<String, String> values) {
    public StageParameters {
        values = Map.copyOf(values);
    }

    /// What an event tells. Parameters are believed if they have the hash that they are told with.
    static Optional<StageParameters> of(PipelineEvent event) {
        return switch (event) {
            case ItemRejected item -> of(item.paramsHash(), item.parameters());
            case VideoSegmented film -> of(film.paramsHash(), film.parameters());
            case ClipPosed clip -> of(clip.paramsHash(), clip.parameters());
            case ClipCaptioned clip -> of(clip.paramsHash(), clip.parameters());
            case FacesCropped clip -> of(clip.paramsHash(), clip.parameters());
            case SpeechExtracted clip -> of(clip.paramsHash(), clip.parameters());
            case VideoIngested film -> Optional.empty();
            case ClipCut clip -> Optional.empty();
            case CharacterDecided decision -> Optional.empty();
            case ReviewDecided decision -> Optional.empty();
            case BenchmarkFrozen benchmark -> Optional.empty();
            case EvalRequested request -> Optional.empty();
            case EvalCaseRequested request -> Optional.empty();
            case EvalCaseCompleted scored -> Optional.empty();
            case EvalCompleted report -> Optional.empty();
        };
    }

    private static Optional<StageParameters> of(@Nullable String hash, Map<String, String> values) {
        return hash != null && hash.equals(ParamsHash.of(values))
                ? Optional.of(new StageParameters(hash, values))
                : Optional.empty();
    }
}
