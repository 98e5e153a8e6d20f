/// Pictures, and the regions of them that models look at.
@NullMarked
package org.magicanime.inference.picture;

import org.jspecify.annotations.NullMarked;
