/// The only room that hears and tells.
@NullMarked
package org.magicanime.segment.messaging;

import org.jspecify.annotations.NullMarked;
