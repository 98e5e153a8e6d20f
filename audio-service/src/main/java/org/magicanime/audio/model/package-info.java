/// The networks that judge and clean sound.
@NullMarked
package org.magicanime.audio.model;

import org.jspecify.annotations.NullMarked;
