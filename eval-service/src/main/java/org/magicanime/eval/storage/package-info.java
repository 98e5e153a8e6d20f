/// What the service reads from and keeps in the object store.
@NullMarked
package org.magicanime.eval.storage;

import org.jspecify.annotations.NullMarked;
