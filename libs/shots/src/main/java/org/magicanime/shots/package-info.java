/// Finds shot boundaries in small samples of a film's frames: plain arithmetic on arrays, no codec, no network.
@NullMarked
package org.magicanime.shots;

import org.jspecify.annotations.NullMarked;
