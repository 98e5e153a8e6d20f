/// The pose archive in the object store.
@NullMarked
package org.magicanime.keypoint.storage;

import org.jspecify.annotations.NullMarked;
