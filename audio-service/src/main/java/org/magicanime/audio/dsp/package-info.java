/// Signal processing: arrays in, arrays out; knows no session, no file and no framework.
@NullMarked
package org.magicanime.audio.dsp;

import org.jspecify.annotations.NullMarked;
