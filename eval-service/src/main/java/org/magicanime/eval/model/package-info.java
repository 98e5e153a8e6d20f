/// The models that measure.
@NullMarked
package org.magicanime.eval.model;

import org.jspecify.annotations.NullMarked;
