/// Body, face and hands by the models of the catalogue.
@NullMarked
package org.magicanime.keypoint.model;

import org.jspecify.annotations.NullMarked;
