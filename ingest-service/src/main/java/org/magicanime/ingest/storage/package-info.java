/// What the stage keeps in the object store.
@NullMarked
package org.magicanime.ingest.storage;

import org.jspecify.annotations.NullMarked;
