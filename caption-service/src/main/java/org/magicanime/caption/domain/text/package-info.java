/// English sentences out of facts.
@NullMarked
package org.magicanime.caption.domain.text;

import org.jspecify.annotations.NullMarked;
