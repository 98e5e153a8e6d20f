/// Small drawn films that make it hard to find shots, with their truth.
@NullMarked
package org.magicanime.testkit.shots;

import org.jspecify.annotations.NullMarked;
