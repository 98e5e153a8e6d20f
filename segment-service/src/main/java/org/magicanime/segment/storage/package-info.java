/// What the stage keeps in the object store.
@NullMarked
package org.magicanime.segment.storage;

import org.jspecify.annotations.NullMarked;
