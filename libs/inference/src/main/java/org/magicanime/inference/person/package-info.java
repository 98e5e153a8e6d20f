/// Person detectors: boxes to count characters by and to crop them.
@NullMarked
package org.magicanime.inference.person;

import org.jspecify.annotations.NullMarked;
