package org.magicanime.audio.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Speech that has nothing to do with any clip: what a mouth fits by chance is measured against it.
public final class SpeechBank {
    private static final String FILE = "/org/magicanime/audio/speech-bank.csv";
    private static final int PLACES = 200;
    private static final int CUTS = 100;
    private static final double LEAST_SPOKEN = 0.4;

    private final SpeechSeries series;

    public SpeechBank(SpeechSeries series) {
        this.series = series;
    }

    /// The one that comes with the project: `docs/speech.md` says how it was made.
    public static SpeechBank ofProject() {
        try (InputStream in = Objects.requireNonNull(SpeechBank.class.getResourceAsStream(FILE), FILE)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a table with a line of titles, then loudness and voice of a frame in each line, separated
    /// by a comma.
    ///
    /// @throws IllegalArgumentException if a line has anything else
    public static SpeechBank read(InputStream table) throws IOException {
        List<double[]> rows = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8));
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] values = line.split(",", -1);
            if (values.length != 2) {
                throw new IllegalArgumentException("a line of the bank has " + values.length + " values: " + line);
            }
            rows.add(new double[] {Double.parseDouble(values[0]), Double.parseDouble(values[1])});
        }
        return new SpeechBank(new SpeechSeries(
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[1]).toArray()));
    }

    /// Frames of the longest clip that can be held against it: the cuts of it still differ.
    public int longest() {
        return series.frames() / 2;
    }

    /// At most 100 pieces from all over it, in which somebody speaks for two fifths of the time.
    List<SpeechSeries> cuts(int frames) {
        if (frames > longest()) {
            throw new IllegalArgumentException("a clip of " + frames + " frames is too long for the bank");
        }
        List<SpeechSeries> spoken = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            int first = (int) ((double) i * (series.frames() - frames - 1) / (PLACES - 1));
            SpeechSeries cut = series.cut(first, first + frames);
            if (cut.spokenShare() > LEAST_SPOKEN) {
                spoken.add(cut);
            }
        }
        int step = Math.max(1, spoken.size() / CUTS);
        List<SpeechSeries> cuts = new ArrayList<>();
        for (int i = 0; i < spoken.size() && cuts.size() < CUTS; i += step) {
            cuts.add(spoken.get(i));
        }
        return cuts;
    }
}
