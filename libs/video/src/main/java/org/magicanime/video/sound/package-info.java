/// Sound files of our own: samples in, samples out. What strangers made is read in a process of its
/// own, elsewhere.
@NullMarked
package org.magicanime.video.sound;

import org.jspecify.annotations.NullMarked;
