package org.magicanime.video.encode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.av_compare_ts;

import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;

/// Writes the packets of two streams in the order of their decoding times.
record Interleaving(MediaOutput output) {
    void write(
            int videoStream,
            AVRational videoTimeBase,
            List<AVPacket> video,
            int soundStream,
            AVRational soundTimeBase,
            List<AVPacket> sound) {
        int nextSound = 0;
        for (AVPacket packet : video) {
            while (nextSound < sound.size()
                    && av_compare_ts(sound.get(nextSound).dts(), soundTimeBase, packet.dts(), videoTimeBase) <= 0) {
                output.write(soundStream, sound.get(nextSound++));
            }
            output.write(videoStream, packet);
        }
        while (nextSound < sound.size()) {
            output.write(soundStream, sound.get(nextSound++));
        }
    }

    /// Frees the packets and empties the list.
    static void free(List<AVPacket> packets) {
        packets.forEach(av -> av_packet_free(av));
        packets.clear();
    }
}
