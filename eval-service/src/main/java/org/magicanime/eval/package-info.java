/// Scores the videos of any method on a frozen benchmark.
@NullMarked
package org.magicanime.eval;

import org.jspecify.annotations.NullMarked;
