/// The only room that hears and tells.
@NullMarked
package org.magicanime.dataset.messaging;

import org.jspecify.annotations.NullMarked;
