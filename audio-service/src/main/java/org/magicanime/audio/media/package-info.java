/// Reads and writes sound with the codec library.
@NullMarked
package org.magicanime.audio.media;

import org.jspecify.annotations.NullMarked;
