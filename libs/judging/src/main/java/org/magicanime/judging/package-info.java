/// How stages judge frames: tests with their thresholds, and what they leave out, told in few words. Plain Java.
@NullMarked
package org.magicanime.judging;

import org.jspecify.annotations.NullMarked;
