package org.magicanime.video.encode;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;

/// The form of interleaved or planar samples.
///
/// @param layout channels; belongs to the caller and is copied by whoever keeps it
/// @param format libavutil's number of the sample format
/// @param rate samples per second
public record SoundForm(AVChannelLayout layout, int format, int rate) {}
