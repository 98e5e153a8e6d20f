/// Hears of face clips and tells of their sound.
@NullMarked
package org.magicanime.audio.messaging;

import org.jspecify.annotations.NullMarked;
