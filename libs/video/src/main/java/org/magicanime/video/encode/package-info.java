/// Writes films with libavcodec and libavformat: clips, their sound, and the films that tests and the demo draw.
@NullMarked
package org.magicanime.video.encode;

import org.jspecify.annotations.NullMarked;
