/// The only room that hears and tells.
@NullMarked
package org.magicanime.keypoint.messaging;

import org.jspecify.annotations.NullMarked;
