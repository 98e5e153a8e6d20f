/// The data set as files.
@NullMarked
package org.magicanime.dataset.export;

import org.jspecify.annotations.NullMarked;
