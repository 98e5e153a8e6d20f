/// Mouths as cartoons draw them, on real speech of which everything is known: what lip sync is measured on.
@NullMarked
package org.magicanime.testkit.mouth;

import org.jspecify.annotations.NullMarked;
