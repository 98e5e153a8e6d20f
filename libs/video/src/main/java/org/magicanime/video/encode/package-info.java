/// Writes films, pictures and sound with libav*: clips as well as the films that tests and the demo draw. The same
/// frames and settings give the same bytes: every encoder has one thread and bit-exact flags, and no file has a
/// date in it.
@NullMarked
package org.magicanime.video.encode;

import org.jspecify.annotations.NullMarked;
