/// What reading and writing films both need of libav*: errors, frames, colours, pixels.
@NullMarked
package org.magicanime.video.libav;

import org.jspecify.annotations.NullMarked;
