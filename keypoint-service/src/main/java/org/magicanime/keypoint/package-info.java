/// Finds the spans of a clip in which exactly one character is seen with a valid pose, and its 133 key points; consumes
/// `clip.cut.v1`, produces `clip.posed.v1` and `item.rejected.v1`.
@NullMarked
package org.magicanime.keypoint;

import org.jspecify.annotations.NullMarked;
