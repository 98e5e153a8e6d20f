/// Models of face landmarks that users bring: how their outputs are read.
@NullMarked
package org.magicanime.inference.landmark;

import org.jspecify.annotations.NullMarked;
