package org.magicanime.contracts;

/// Something that happened to an item. The `permits` list is the catalogue; `topics.json` beside it
/// says which topic each one is told on. A new optional field is the same version; anything else is a
/// new topic.
public sealed interface PipelineEvent
        permits BenchmarkFrozen,
                CharacterDecided,
                ClipCaptioned,
                ClipCut,
                ClipPosed,
                EvalCaseCompleted,
                EvalCaseRequested,
                EvalCompleted,
                EvalRequested,
                FacesCropped,
                ItemRejected,
                ReviewDecided,
                SpeechExtracted,
                VideoIngested,
                VideoSegmented {
    /// The item that it happened to: the record key, which spreads one film's items over all partitions.
    String itemId();
}
