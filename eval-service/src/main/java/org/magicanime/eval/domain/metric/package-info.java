/// How like two pictures are, in numbers that other packages have too.
@NullMarked
package org.magicanime.eval.domain.metric;

import org.jspecify.annotations.NullMarked;
