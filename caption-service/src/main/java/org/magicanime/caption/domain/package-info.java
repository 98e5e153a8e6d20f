/// What is said of clips and motions, and in which order it is kept and told.
@NullMarked
package org.magicanime.caption.domain;

import org.jspecify.annotations.NullMarked;
