/// The frames of a clip as pictures that models can be shown, in any order and as often as one likes.
@NullMarked
package org.magicanime.pictures;

import org.jspecify.annotations.NullMarked;
