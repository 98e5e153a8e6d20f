/// Pictures out of clips, and the files of a span.
@NullMarked
package org.magicanime.keypoint.media;

import org.jspecify.annotations.NullMarked;
