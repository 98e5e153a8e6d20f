/// Voices changed for the benchmark's variants: plain arithmetic on one channel of samples.
@NullMarked
package org.magicanime.voices;

import org.jspecify.annotations.NullMarked;
