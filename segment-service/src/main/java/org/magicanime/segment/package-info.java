/// Divides films into clips; consumes `video.ingested.v1`, produces `clip.cut.v1`, `video.segmented.v1` and
/// `item.rejected.v1`.
@NullMarked
package org.magicanime.segment;

import org.jspecify.annotations.NullMarked;
