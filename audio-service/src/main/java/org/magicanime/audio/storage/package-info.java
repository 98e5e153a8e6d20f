/// Keeps what the stage makes in the object store.
@NullMarked
package org.magicanime.audio.storage;

import org.jspecify.annotations.NullMarked;
