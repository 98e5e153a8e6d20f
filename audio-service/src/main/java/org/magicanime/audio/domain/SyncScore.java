package org.magicanime.audio.domain;

/// How much better a mouth fits its sound than unrelated speech.
///
/// @param range of the opening: 95th less 5th percentile, in distances between the eyes
/// @param loudness fit of opening and loudness at its best lag from −3 to 9 frames, −1 to 1
/// @param loudnessScore the same in standard deviations above what the mouth fits unrelated speech
/// @param loudnessChance share of unrelated speech that fits as well
/// @param lag frames of 1/24 s by which the mouth is later than the sound, where loudness fits best
/// @param voice fit of the mouth's activity and voice
/// @param voiceScore likewise
/// @param voiceLag likewise
/// @param margin by how much the sound fits better than the same mouth begun elsewhere in its own clip,
///     at the best of all places that are more than 12 frames away; of the fit that decides, 1 for
///     clips that are too short
/// @param rhythm by how many standard deviations the sound fits better than sounds of the same rhythm, of the fit that
///     decides
/// @param atLag fit of opening and loudness for lags from −12 to 12 frames
public record SyncScore(
        double range,
        double loudness,
        double loudnessScore,
        double loudnessChance,
        int lag,
        double voice,
        double voiceScore,
        int voiceLag,
        double margin,
        double rhythm,
        double[] atLag) {
    /// A mouth that only opens and shuts while somebody speaks fits by chance more often.
    private static final double VOICE_HANDICAP = 0.4;

    /// The verdict rests on it.
    public double score() {
        return Math.max(loudnessScore, voiceScore - VOICE_HANDICAP);
    }

    /// Whether loudness decides, whose lag is exact, and not voice.
    public boolean isOfLoudness() {
        return isOfLoudness(loudnessScore, voiceScore);
    }

    static boolean isOfLoudness(double loudnessScore, double voiceScore) {
        return loudnessScore >= voiceScore - VOICE_HANDICAP;
    }
}
