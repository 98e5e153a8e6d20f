package org.magicanime.audio.media;

import java.nio.file.Path;
import org.magicanime.audio.domain.FilmSound;
import org.magicanime.audio.domain.SoundMedia;
import org.magicanime.audio.domain.SpeechModels;
import org.magicanime.video.decode.OwnPackets;
import org.magicanime.video.sound.Resampling;
import org.magicanime.video.sound.Sound;
import org.magicanime.video.sound.SoundFile;
import org.magicanime.video.sound.SoundWriter;
import org.magicanime.video.sound.SoundedClip;

/// With libav*.
public final class AvSoundMedia implements SoundMedia {
    private static final int RATE = SpeechModels.CLEANING_RATE;

    @Override
    public FilmSound read(Path sound) {
        Sound read = SoundFile.read(sound);
        return new FilmSound(read.rate(), read.channels(), read.samples());
    }

    @Override
    public FilmSound readWithSides(Path sound) {
        FilmSound mixed = read(sound);
        if (mixed.channels() != 2) {
            return mixed;
        }
        float[][] sides = SoundFile.readChannels(sound);
        for (float[] side : sides) {
            for (int i = 0; i < side.length; i++) {
                side[i] = (float) (2 * SoundFile.OF_TWO * side[i]);
            }
        }
        return new FilmSound(mixed.rate(), 2, mixed.samples(), sides);
    }

    @Override
    public float[] resample(float[] samples, int from, int to) {
        return Resampling.of(samples, from, to);
    }

    @Override
    public double[] times(Path clip) {
        return OwnPackets.times(clip);
    }

    @Override
    public void writeMp3(float[] samples, Path target) {
        SoundWriter.mp3(samples, RATE, target);
    }

    @Override
    public void writeFlac(float[] samples, Path target) {
        SoundWriter.flac(samples, RATE, target);
    }

    @Override
    public void writeClip(Path clip, float[] samples, Path target) {
        SoundedClip.write(clip, samples, RATE, target);
    }
}
