package org.magicanime.audio.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.audio.model.ProjectModels;
import org.magicanime.audio.model.SileroVad;
import org.magicanime.testkit.mouth.MouthKind;
import org.magicanime.testkit.mouth.SimulatedMouths;
import org.magicanime.testkit.mouth.SimulatedMouths.Trial;
import org.magicanime.testkit.mouth.SpokenTrack;

/// Some of what `bench lip-sync` counts on many more clips: mouths over four recordings that are not in the bank.
class SimulatedMouthsTest {
    private static final double SECONDS = 5;
    private static final int CLIPS = 15;

    @Test
    void mouthsThatBelongToTheSpeechAreKeptAndOthersSeldom() {
        SimulatedMouths mouths = new SimulatedMouths(List.of(track()), 5005);
        LipSync lipSync = new LipSync(SpeechBank.ofProject());

        int right = 0;
        int wrong = 0;
        for (MouthKind kind : MouthKind.values()) {
            for (int i = 0; i < CLIPS; i++) {
                Trial trial = mouths.draw(kind, (int) (SECONDS * SimulatedMouths.PER_SECOND));
                SpeechSeries speech = new SpeechSeries(trial.loudness(), trial.voice());
                boolean kept = SoundRules.DEFAULT
                        .missedSync(lipSync.score(trial.mouth(), speech), SECONDS, speech.spokenShare())
                        .isEmpty();
                right += kept && kind == MouthKind.SYLLABLES ? 1 : 0;
                wrong += kept && !kind.belongs() ? 1 : 0;
            }
        }

        assertThat(right).isGreaterThanOrEqualTo(12);
        assertThat(wrong).isLessThanOrEqualTo(3);
    }

    private static SpokenTrack track() {
        List<float[]> parts = new ArrayList<>();
        for (String name : List.of("1320", "3575", "6829", "8230")) {
            float[] speech = ProjectModels.recording("librispeech_" + name + ".mp3", SileroVad.RATE);
            parts.add(Level.scaled(speech, 0.05 / Level.effective(speech, 0, speech.length)));
            parts.add(new float[SileroVad.RATE / 3]);
        }
        float[] samples = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, samples, at, part.length);
            at += part.length;
        }
        try (SileroVad vad = new SileroVad(ProjectModels.starter())) {
            SpeechSeries series = SpeechSeries.of(samples, vad.probabilities(samples));
            return SpokenTrack.of(samples, series.loudness(), series.voice());
        }
    }
}
