/// Models: which there are, and how one runs. A service's domain sees these types only.
@NullMarked
package org.magicanime.inference;

import org.jspecify.annotations.NullMarked;
