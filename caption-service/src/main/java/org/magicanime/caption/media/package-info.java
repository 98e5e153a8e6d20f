/// Decodes clips into small pictures.
@NullMarked
package org.magicanime.caption.media;

import org.jspecify.annotations.NullMarked;
