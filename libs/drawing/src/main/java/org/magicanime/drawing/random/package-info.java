/// Random cartoon characters in random pictures, with exact truth.
///
/// A character is a skeleton in space ({@code Skeleton}) of some proportions ({@code Build}) in some pose
/// ({@code BodyPose}), looked at from anywhere, and what it is dressed in ({@code Clothes}, {@code HeadDesign},
/// {@code Palette}). It is painted part by part, what is farther away first ({@code CharacterDrawing}), at the
/// same time into the picture and into a picture of part numbers ({@code Canvas}), which says what hides what.
@NullMarked
package org.magicanime.drawing.random;

import org.jspecify.annotations.NullMarked;
