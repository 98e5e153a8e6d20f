/// Hears clips that were searched for poses.
@NullMarked
package org.magicanime.facecrop.messaging;

import org.jspecify.annotations.NullMarked;
