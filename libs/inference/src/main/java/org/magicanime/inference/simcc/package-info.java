/// Whole-body models that say each coordinate as a distribution of its own.
@NullMarked
package org.magicanime.inference.simcc;

import org.jspecify.annotations.NullMarked;
