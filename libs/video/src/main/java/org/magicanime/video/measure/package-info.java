/// Decodes a film once and measures every frame.
@NullMarked
package org.magicanime.video.measure;

import org.jspecify.annotations.NullMarked;
