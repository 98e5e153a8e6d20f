/// Cartoons drawn by code, of which everything is known: where every joint and landmark is in every picture, who speaks
/// when, where shots begin and how. The same parameters give the same pixels.
@NullMarked
package org.magicanime.testkit.drawn;

import org.jspecify.annotations.NullMarked;
