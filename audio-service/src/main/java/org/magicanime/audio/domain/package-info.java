/// Which sound is a face's own clean speech: records, pure functions and ports.
@NullMarked
package org.magicanime.audio.domain;

import org.jspecify.annotations.NullMarked;
