package org.magicanime.video.measure;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.contracts.Rational;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.SecondLook;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.Scan;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.decode.DecodedFrames;
import org.magicanime.video.decode.MediaInput;

/// Collects the measures of a film, column by column.
final class MeasureColumns {
    private final Rational timeBase;
    private final Rational frameRate;
    private final int rotation;
    private final boolean hasSound;
    private int width;
    private int height;
    private int size;
    private boolean damageSeen;
    private long[] ticks = new long[1024];
    private long[] durations = new long[1024];
    private double[] contentScore = new double[1024];
    private float[] luma = new float[1024];
    private float[] deviation = new float[1024];
    private float[] darkShare = new float[1024];
    private int[] stillSince = new int[1024];
    private boolean[] damaged = new boolean[1024];
    private List<Boundary> boundaries = List.of();
    private List<SecondLook> secondLooks = List.of();
    private Scan scan = Scan.UNKNOWN;

    MeasureColumns(MediaInput input) {
        this.timeBase = input.timeBase();
        this.frameRate = input.frameRate();
        this.rotation = input.rotation();
        this.hasSound = input.soundCodec() != null;
    }

    /// A film is one size: clips of two sizes cannot be one data set item, and a change is most often damage.
    void checkSize(AVFrame frame) {
        if (size == 0) {
            width = frame.width();
            height = frame.height();
        } else if (frame.width() != width || frame.height() != height) {
            throw new UnreadableFilmException(
                    "size-changes", "the pictures change their size at frame " + size, null, null);
        }
    }

    void add(DecodedFrames.Decoded decoded, FrameMeter meter) {
        if (size == ticks.length) {
            grow();
        }
        ticks[size] = decoded.frame().pts();
        durations[size] = decoded.frame().duration();
        contentScore[size] = meter.contentScore();
        luma[size] = meter.luma();
        deviation[size] = meter.deviation();
        darkShare[size] = meter.darkShare();
        stillSince[size] = meter.moved() ? size : stillSince[size - 1];
        damaged[size] = decoded.damaged();
        size++;
    }

    private void grow() {
        int length = ticks.length * 2;
        ticks = Arrays.copyOf(ticks, length);
        durations = Arrays.copyOf(durations, length);
        contentScore = Arrays.copyOf(contentScore, length);
        luma = Arrays.copyOf(luma, length);
        deviation = Arrays.copyOf(deviation, length);
        darkShare = Arrays.copyOf(darkShare, length);
        stillSince = Arrays.copyOf(stillSince, length);
        damaged = Arrays.copyOf(damaged, length);
    }

    void end(boolean sawDamage) {
        this.damageSeen = sawDamage;
        if (size == 0) {
            throw new UnreadableFilmException("no-frames", "not a single frame can be decoded", null, null);
        }
        // Damage after the last frame belongs to it.
        damaged[size - 1] |= decoderSawDamageAtTheEnd(sawDamage);
    }

    private boolean decoderSawDamageAtTheEnd(boolean sawDamage) {
        for (int i = 0; i < size; i++) {
            sawDamage &= !damaged[i];
        }
        return sawDamage;
    }

    boolean sawDamage() {
        return damageSeen;
    }

    int size() {
        return size;
    }

    void boundaries(List<Boundary> found, List<SecondLook> looks) {
        this.boundaries = found;
        this.secondLooks = looks;
    }

    void scan(Scan found) {
        this.scan = found;
    }

    FilmMeasures toMeasures(boolean scored) {
        boolean sideways = rotation % 180 != 0;
        return new FilmMeasures(
                sideways ? height : width,
                sideways ? width : height,
                frameRate,
                timeBase,
                Arrays.copyOf(ticks, size),
                Arrays.copyOf(durations, size),
                Arrays.copyOf(contentScore, scored ? size : 0),
                Arrays.copyOf(luma, size),
                Arrays.copyOf(deviation, size),
                Arrays.copyOf(darkShare, size),
                Arrays.copyOf(stillSince, size),
                Arrays.copyOf(damaged, size),
                hasSound,
                boundaries,
                secondLooks,
                scan);
    }
}
