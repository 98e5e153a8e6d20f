/// Pictures that were decoded into a file, which is mapped.
@NullMarked
package org.magicanime.pictures.decoded;

import org.jspecify.annotations.NullMarked;
