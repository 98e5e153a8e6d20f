/// Which faces of a film are the same character: what they look like, and what people decided.
@NullMarked
package org.magicanime.dataset.domain.character;

import org.jspecify.annotations.NullMarked;
