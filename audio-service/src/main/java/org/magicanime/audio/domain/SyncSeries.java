package org.magicanime.audio.domain;

/// The content of `sync.json`: what the verdict on mouth and sound rests on, 24 times a second.
///
/// @param faceId the face clip
/// @param perSecond values per second of the series
/// @param mouth opening in distances between the eyes
/// @param loudness 0 to 1
/// @param voice probability of speech
/// @param score the fit, with its values at lags from −12 to 12
/// @param correctedFrames by how many of these frames the sound in `speech.mp3` was made later; 0
///     mostly
public record SyncSeries(
        String faceId,
        int perSecond,
        double[] mouth,
        double[] loudness,
        double[] voice,
        SyncScore score,
        int correctedFrames) {}
