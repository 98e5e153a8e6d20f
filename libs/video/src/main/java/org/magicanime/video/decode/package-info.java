/// Reads films with libav*, in the process that calls: for films that strangers made, that is the child process.
@NullMarked
package org.magicanime.video.decode;

import org.jspecify.annotations.NullMarked;
