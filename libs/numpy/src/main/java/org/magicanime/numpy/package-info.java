/// Arrays of numbers in files that NumPy reads. Plain Java.
@NullMarked
package org.magicanime.numpy;

import org.jspecify.annotations.NullMarked;
