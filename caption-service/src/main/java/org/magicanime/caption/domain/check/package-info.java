/// Holds the words of a model against what was measured.
@NullMarked
package org.magicanime.caption.domain.check;

import org.jspecify.annotations.NullMarked;
