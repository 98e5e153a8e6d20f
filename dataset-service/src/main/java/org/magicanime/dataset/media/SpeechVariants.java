package org.magicanime.dataset.media;

import java.nio.file.Path;
import java.util.Arrays;
import org.magicanime.video.sound.Resampling;
import org.magicanime.video.sound.Sound;
import org.magicanime.video.sound.SoundFile;
import org.magicanime.video.sound.SoundWriter;
import org.magicanime.voices.ChangedTone;
import org.magicanime.voices.RandomVoice;
import org.magicanime.voices.VoicedRhythm;

/// The speech of a benchmark's case as methods ask for it, and the two variants of it that the paper's benchmark has
/// (arXiv 2507.20368, `audio_1` and `audio_2`). Each begins and ends with the speech, to a sample; the same speech and
/// case give the same bytes.
public final class SpeechVariants {
    /// Of the WAV files: what most encoders of speech take.
    private static final int RATE = 16_000;
    /// A third: another tone to everybody, and still a human voice.
    private static final double SEMITONES = 4;
    /// Hertz between the voices of men and of women: deep ones become higher and high ones deeper.
    private static final double HIGH = 180;

    private final Sound speech;

    /// @param speech `speech.mp3`
    /// @throws IllegalStateException if it cannot be decoded
    public SpeechVariants(Path speech) {
        this.speech = SoundFile.read(speech);
    }

    /// The speech itself: WAV, 16 kHz, one channel, 16 bits.
    public void writeSlow(Path wav) {
        slow(speech.samples(), wav);
    }

    /// The same words in another tone.
    public void writeChangedTone(Path mp3, Path wav) {
        write(ChangedTone.of(speech.samples(), speech.rate(), semitones()), mp3, wav);
    }

    /// Babble in its rhythm.
    ///
    /// @param caseId which the voice follows from
    public void writeRandomVoice(String caseId, Path mp3, Path wav) {
        long seed = caseId.chars().asLongStream().reduce(0, (sum, letter) -> 31 * sum + letter);
        write(RandomVoice.of(speech.samples(), speech.rate(), seed), mp3, wav);
    }

    private double semitones() {
        VoicedRhythm rhythm = VoicedRhythm.of(speech.samples(), speech.rate());
        double[] tones =
                Arrays.stream(rhythm.pitch()).filter(tone -> tone > 0).sorted().toArray();
        return tones.length > 0 && tones[tones.length / 2] > HIGH ? -SEMITONES : SEMITONES;
    }

    private void write(float[] samples, Path mp3, Path wav) {
        SoundWriter.mp3(samples, speech.rate(), mp3);
        slow(samples, wav);
    }

    private void slow(float[] samples, Path wav) {
        SoundWriter.wav(Resampling.of(samples, speech.rate(), RATE), RATE, wav);
    }
}
