/// Which items of the data set become cases of a benchmark.
@NullMarked
package org.magicanime.dataset.domain.benchmark;

import org.jspecify.annotations.NullMarked;
