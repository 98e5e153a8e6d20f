/// What a clip looks like, measured from its pictures and its character's place in them.
@NullMarked
package org.magicanime.caption.domain.look;

import org.jspecify.annotations.NullMarked;
