/// Face clips out of pose spans, and their files.
@NullMarked
package org.magicanime.facecrop.media;

import org.jspecify.annotations.NullMarked;
