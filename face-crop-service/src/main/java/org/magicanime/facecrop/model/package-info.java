/// Models that see faces.
@NullMarked
package org.magicanime.facecrop.model;

import org.jspecify.annotations.NullMarked;
