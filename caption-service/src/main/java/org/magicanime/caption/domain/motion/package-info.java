/// What a character does, measured from its key points: facts with frames, values and thresholds.
@NullMarked
package org.magicanime.caption.domain.motion;

import org.jspecify.annotations.NullMarked;
