/// Keeps those face clips whose sound is the character's own clean speech, in time with the lips;
/// consumes `face.cropped.v1`, produces `speech.extracted.v1` and `item.rejected.v1`.
@NullMarked
package org.magicanime.audio;

import org.jspecify.annotations.NullMarked;
