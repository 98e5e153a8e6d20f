/// Motions that are drawn, and what is true of them: for the tests and the benchmark of what captions say.
@NullMarked
package org.magicanime.testkit.motion;

import org.jspecify.annotations.NullMarked;
