/// What a face is, which faces belong in the data set, and where they are cut out. Plain Java.
@NullMarked
package org.magicanime.facecrop.domain;

import org.jspecify.annotations.NullMarked;
