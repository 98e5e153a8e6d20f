package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.libav.Av;

/// The pictures of a clip that we encoded ourselves, as they are coded. Whatever is wrong with it is a
/// fault of ours and throws an IllegalStateException.
public final class OwnPackets implements AutoCloseable {
    private final MediaInput input;

    public OwnPackets(Path clip) {
        try {
            input = MediaInput.open(clip, ProbeLimits.DEFAULT);
        } catch (UnreadableFilmException e) {
            throw new IllegalStateException("the clip cannot be read: " + e.getMessage(), e);
        }
    }

    /// The stream of pictures, while this is open.
    public AVStream stream() {
        return input.video();
    }

    /// Reads all of them, once, in coding order.
    ///
    /// @param packets hears each, which is emptied afterwards
    public void forEach(Consumer<AVPacket> packets) {
        AVPacket packet = Av.allocated(av_packet_alloc(), "a packet");
        try {
            int code = input.read(packet);
            while (code >= 0) {
                if (packet.stream_index() == input.video().index()) {
                    packets.accept(packet);
                }
                av_packet_unref(packet);
                code = input.read(packet);
            }
            if (!MediaInput.isEnd(code)) {
                throw new IllegalStateException("the clip is damaged: " + Av.message(code));
            }
        } finally {
            av_packet_free(packet);
        }
    }

    /// When each picture of a clip is shown, in seconds from the first one's time, and when the last
    /// one ends.
    ///
    /// @return one more than there are pictures, ascending
    public static double[] times(Path clip) {
        try (OwnPackets packets = new OwnPackets(clip)) {
            double tick = packets.input.timeBase().asDouble();
            List<Long> shown = new ArrayList<>();
            long[] end = {Long.MIN_VALUE};
            packets.forEach(packet -> {
                shown.add(packet.pts());
                end[0] = Math.max(end[0], packet.pts() + packet.duration());
            });
            shown.sort(null);
            if (!shown.isEmpty()) {
                shown.add(end[0]);
            }
            return shown.stream()
                    .mapToDouble(pts -> (pts - shown.getFirst()) * tick)
                    .toArray();
        }
    }

    @Override
    public void close() {
        input.close();
    }
}
