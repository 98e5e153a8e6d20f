/// What the service hears and tells.
@NullMarked
package org.magicanime.eval.messaging;

import org.jspecify.annotations.NullMarked;
