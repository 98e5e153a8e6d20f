/// Starts, limits and ends the processes that read strangers' films.
@NullMarked
package org.magicanime.video.sandbox;

import org.jspecify.annotations.NullMarked;
