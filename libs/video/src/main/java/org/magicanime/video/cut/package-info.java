/// Cuts clips out of a film by frame number and proves each against its source.
@NullMarked
package org.magicanime.video.cut;

import org.jspecify.annotations.NullMarked;
