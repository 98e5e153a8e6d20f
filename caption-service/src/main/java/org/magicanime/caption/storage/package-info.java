/// Keeps captions in the object store.
@NullMarked
package org.magicanime.caption.storage;

import org.jspecify.annotations.NullMarked;
