/// What drawn people are made of: places, outlines, hands, points whose truth is known.
@NullMarked
package org.magicanime.drawing;

import org.jspecify.annotations.NullMarked;
