package org.magicanime.video;

import org.magicanime.contracts.VideoFacts;

/// What a probe found in a film that keeps to all limits.
///
/// @param facts the facts that go into the event
/// @param streams streams in the file, of any kind
/// @param soundPackets packets of the first sound stream; 0 if there is none
public record ProbeReport(VideoFacts facts, int streams, long soundPackets) {}
