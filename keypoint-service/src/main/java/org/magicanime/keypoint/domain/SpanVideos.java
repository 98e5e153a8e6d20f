package org.magicanime.keypoint.domain;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The videos of a span.
///
/// @param pose skeletons on black
/// @param overlay skeletons on the pictures
/// @param part the span's frames by themselves; null where they are all of the clip
public record SpanVideos(Path pose, Path overlay, @Nullable Path part) {}
