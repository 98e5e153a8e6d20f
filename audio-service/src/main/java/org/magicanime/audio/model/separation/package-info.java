/// Separation models that users bring.
@NullMarked
package org.magicanime.audio.model.separation;

import org.jspecify.annotations.NullMarked;
