package org.magicanime.video.encode;

import org.bytedeco.ffmpeg.avcodec.AVPacket;

/// Takes what an encoder makes.
@FunctionalInterface
public interface PacketSink {
    /// @param packet belongs to the caller and is emptied afterwards; times are in the encoder's time base
    void accept(AVPacket packet);
}
