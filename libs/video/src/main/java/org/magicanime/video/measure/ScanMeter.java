package org.magicanime.video.measure;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.video.Scan;

/// Tells interlaced and telecined films from progressive ones.
///
/// A row of one moment lies between its neighbours of the same picture at least as smoothly as the row of the picture
/// before or after would, in both fields alike; and a field that is shown twice does not change. Statistics and their
/// thresholds are those of ffmpeg's filter `idet`. Short bursts of frames are looked at, 96 columns of each, of 8-bit
/// planes: a film is scanned one way throughout, or most of it is.
final class ScanMeter {
    private static final int EVERY = 120;
    private static final int BURST = 12;
    private static final int COLUMNS = 96;
    private static final int MOST_ROWS = 576;

    private static final double INTERLACED = 1.04;
    private static final double PROGRESSIVE = 1.5;
    private static final double REPEATED = 3;

    /// Frames below which nothing is said.
    private static final int FEWEST = 8;
    /// Single frames are mistaken at cuts and in flashes.
    private static final double LEAST_SHARE = 0.2;
    /// Telecining shows a field twice in two of five frames. (That it mixes two of five does not show in the share:
    /// next to a mixed frame, whole ones look mixed, too.)
    private static final double LEAST_REPEATED = 0.2;

    private final int[] columns = new int[COLUMNS];
    /// Luma, 0 to 255. Not bytes: sums of whole numbers are what the compiler makes vector instructions of.
    private int[][] kept = new int[3][0];
    private int rows;
    private long seen;
    private int burst;
    private int interlaced;
    private int progressive;
    private int repeated;

    void see(AVFrame frame) {
        long at = seen++ % EVERY;
        if (at == 0) {
            burst = 0;
        }
        if (at >= BURST || !keep(frame)) {
            return;
        }
        burst++;
        if (burst >= 3) {
            judge(kept[(burst - 3) % 3], kept[(burst - 2) % 3], kept[(burst - 1) % 3]);
        }
    }

    private boolean keep(AVFrame frame) {
        int stride = frame.linesize(0);
        if (!hasLumaInBytes(frame.format()) || stride < frame.width()) {
            return false;
        }
        int height = Math.min(frame.height(), MOST_ROWS);
        if (height != rows) {
            rows = height;
            kept = new int[3][rows * COLUMNS];
            burst = 0;
        }
        // Asked once: each answer is a call into native code.
        int width = frame.width();
        for (int x = 0; x < COLUMNS; x++) {
            columns[x] = (2 * x + 1) * width / (2 * COLUMNS);
        }
        // Fields go by the picture's rows: begins at an even one.
        int top = (frame.height() - rows) / 4 * 2;
        ByteBuffer plane =
                frame.data(0).capacity((long) frame.height() * stride).asByteBuffer();
        int[] into = kept[burst % 3];
        for (int y = 0; y < rows; y++) {
            int row = (top + y) * stride;
            for (int x = 0; x < COLUMNS; x++) {
                into[y * COLUMNS + x] = plane.get(row + columns[x]) & 0xff;
            }
        }
        return true;
    }

    private static boolean hasLumaInBytes(int format) {
        return format == AV_PIX_FMT_YUV420P
                || format == AV_PIX_FMT_YUVJ420P
                || format == AV_PIX_FMT_YUV422P
                || format == AV_PIX_FMT_YUVJ422P
                || format == AV_PIX_FMT_YUV444P
                || format == AV_PIX_FMT_YUVJ444P
                || format == AV_PIX_FMT_GRAY8;
    }

    private void judge(int[] before, int[] now, int[] after) {
        // By the field of the row: how badly rows of the other pictures fit, and what changed since the one before.
        long[] misfit = new long[2];
        long[] change = new long[2];
        long own = 0;
        for (int y = 1; y < rows - 1; y++) {
            int earlier = 0;
            int later = 0;
            int same = 0;
            int moved = 0;
            for (int i = y * COLUMNS; i < (y + 1) * COLUMNS; i++) {
                int beside = now[i - COLUMNS] + now[i + COLUMNS];
                earlier += Math.abs(beside - 2 * before[i]);
                later += Math.abs(beside - 2 * after[i]);
                same += Math.abs(beside - 2 * now[i]);
                moved += Math.abs(now[i] - before[i]);
            }
            misfit[y & 1] += earlier;
            misfit[1 - (y & 1)] += later;
            own += same;
            change[y & 1] += moved;
        }
        if (Math.max(misfit[0], misfit[1]) > INTERLACED * Math.min(misfit[0], misfit[1])) {
            interlaced++;
        } else if (misfit[1] > PROGRESSIVE * own) {
            progressive++;
        } else {
            return;
        }
        if (Math.max(change[0], change[1]) > REPEATED * Math.min(change[0], change[1])) {
            repeated++;
        }
    }

    /// Of all frames so far.
    Scan scan() {
        int looked = interlaced + progressive;
        if (looked < FEWEST) {
            return Scan.UNKNOWN;
        }
        double share = (double) interlaced / looked;
        Scan.Kind kind;
        if (share < LEAST_SHARE) {
            kind = Scan.Kind.PROGRESSIVE;
        } else if (repeated >= LEAST_REPEATED * looked) {
            kind = Scan.Kind.TELECINED;
        } else {
            kind = Scan.Kind.INTERLACED;
        }
        return new Scan(kind, looked, share);
    }
}
