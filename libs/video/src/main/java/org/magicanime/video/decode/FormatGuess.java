package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avformat.AVPROBE_SCORE_RETRY;
import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_format2;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVProbeData;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/// Names the format of a file by its first bytes, without opening any demuxer: only to say what was refused.
final class FormatGuess {
    private static final int BYTES = 4096;
    /// libavformat wants this many zero bytes after the data (AVPROBE_PADDING_SIZE).
    private static final int PADDING = 32;

    private FormatGuess() {}

    /// @return a name out of libavformat's own table, or null if the bytes look like nothing it knows
    static @Nullable String of(Path file) {
        try (InputStream in = Files.newInputStream(file);
                BytePointer bytes = new BytePointer(BYTES + PADDING);
                AVProbeData probe = new AVProbeData();
                BytePointer name = new BytePointer("film")) {
            Pointer.memset(bytes, 0, BYTES + PADDING);
            byte[] start = in.readNBytes(BYTES);
            bytes.put(start, 0, start.length);
            probe.buf(bytes);
            probe.buf_size(start.length);
            probe.filename(name);
            AVInputFormat format = av_probe_input_format2(probe, 1, new int[] {AVPROBE_SCORE_RETRY});
            return format == null || format.isNull() ? null : format.name().getString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
