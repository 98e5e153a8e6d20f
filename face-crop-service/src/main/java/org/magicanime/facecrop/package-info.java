/// Cuts square clips of one character's face out of pose spans, with its 68 landmarks; consumes
/// `clip.posed.v1`, produces `face.cropped.v1` and `item.rejected.v1`.
@NullMarked
package org.magicanime.facecrop;

import org.jspecify.annotations.NullMarked;
