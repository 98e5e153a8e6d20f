package org.magicanime.audio.domain;

import org.jspecify.annotations.Nullable;

/// The content of `quality.json` of a face clip's sound. What was not reached is absent.
///
/// @param faceId the face clip
/// @param seconds of the picture
/// @param rate samples per second of the film's sound
/// @param channels of it
/// @param level of the loudest half second in dBFS
/// @param offset mean of the samples
/// @param clipped share of samples that are as loud as a file can hold
/// @param speechLevel effective value of the speech in dBFS
/// @param speechShare share of windows in which somebody speaks
/// @param snr of speech to what cleaning takes away, in decibels; after separation, of what that left
/// @param cleaning how strongly it was cleaned
/// @param voicedSeconds speech without pauses
/// @param sameSpeaker least likeness of voices; absent for less than 2.4 s of speech
/// @param mouthCertain share of frames with a mouth that is large enough
/// @param sync fit of mouth and speech
/// @param loudness of the cleaned speech as it was in the film, in LUFS; −150 if it has none
/// @param gain decibels by which speech and background were made louder: 0 unless a loudness is wanted
/// @param separation what took the voice out of the sound before it was cleaned; absent if nothing did
public record SoundQuality(
        String faceId,
        double seconds,
        int rate,
        int channels,
        double level,
        double offset,
        double clipped,
        @Nullable Double speechLevel,
        @Nullable Double speechShare,
        @Nullable Double snr,
        @Nullable Cleaning cleaning,
        @Nullable Double voicedSeconds,
        @Nullable Double sameSpeaker,
        @Nullable Double mouthCertain,
        @Nullable SyncScore sync,
        @Nullable Double loudness,
        @Nullable Double gain,
        @Nullable SeparatedBy separation) {}
