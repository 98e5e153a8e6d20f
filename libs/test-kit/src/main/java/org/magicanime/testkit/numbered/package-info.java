/// Films whose frames carry their number, and videos as a player shows them: for tests of what is exact to the frame.
@NullMarked
package org.magicanime.testkit.numbered;

import org.jspecify.annotations.NullMarked;
