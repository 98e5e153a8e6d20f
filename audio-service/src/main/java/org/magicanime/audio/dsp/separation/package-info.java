/// How sounds of any length go through separation models that take pieces of one length.
@NullMarked
package org.magicanime.audio.dsp.separation;

import org.jspecify.annotations.NullMarked;
