package org.magicanime.video.encode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.magicanime.video.libav.Av;

/// Encoded packets that wait to be written, in order. They end with this object.
public final class KeptPackets implements AutoCloseable {
    private final List<AVPacket> packets = new ArrayList<>();

    /// Keeps a reference to what the packet has.
    public void add(AVPacket packet) {
        packets.add(Av.allocated(av_packet_clone(packet), "a packet"));
    }

    public int size() {
        return packets.size();
    }

    public AVPacket get(int index) {
        return packets.get(index);
    }

    @Override
    public void close() {
        packets.forEach(packet -> av_packet_free(packet));
        packets.clear();
    }
}
