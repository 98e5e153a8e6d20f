package org.magicanime.stage;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/// What one process did as one stage since its last report. Reports of many processes and times are added up by whoever
/// reads them, so that a stage's figures do not depend on where its processes run.
///
/// @param stage the service
/// @param process names the process for as long as it lives
/// @param inWork inputs that it works on at the end of the interval
/// @param retrying those of them that wait for a store or a broker
/// @param outcomes inputs that ended in the interval: `done`, `rejected`, `dead`
/// @param times how long these were worked on: an HdrHistogram of milliseconds, compressed, in Base64; a stage that
///     takes many inputs at once has one time for each such set
public record StageFigures(
        String stage, String process, int inWork, int retrying, Map<String, Long> outcomes, String times) {
    /// Longer work counts as this.
    static final long LONGEST_MILLIS = 24L * 3600 * 1000;

    private static final int DIGITS = 2;

    public StageFigures {
        outcomes = Map.copyOf(outcomes);
    }

    /// @param times milliseconds
    static StageFigures of(
            String stage, String process, int inWork, int retrying, Map<String, Long> outcomes, Histogram times) {
        ByteBuffer bytes = ByteBuffer.allocate(times.getNeededByteBufferCapacity());
        int length = times.encodeIntoCompressedByteBuffer(bytes);
        bytes.flip();
        byte[] used = new byte[length];
        bytes.get(used);
        return new StageFigures(
                stage, process, inWork, retrying, outcomes, Base64.getEncoder().encodeToString(used));
    }

    /// An empty histogram of milliseconds, of two significant digits.
    public static Histogram noTimes() {
        return new Histogram(1, LONGEST_MILLIS, DIGITS);
    }

    /// Adds the times to others.
    ///
    /// @throws IllegalArgumentException if they are no histogram
    public void addTimesTo(Histogram others) {
        try {
            others.add(Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(times)), LONGEST_MILLIS));
        } catch (DataFormatException | RuntimeException e) {
            throw new IllegalArgumentException("times are no histogram: " + e.getMessage(), e);
        }
    }
}
