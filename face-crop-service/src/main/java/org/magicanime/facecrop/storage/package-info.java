/// The face archive in the object store.
@NullMarked
package org.magicanime.facecrop.storage;

import org.jspecify.annotations.NullMarked;
