/// Hears of poses and tells captions.
@NullMarked
package org.magicanime.caption.messaging;

import org.jspecify.annotations.NullMarked;
