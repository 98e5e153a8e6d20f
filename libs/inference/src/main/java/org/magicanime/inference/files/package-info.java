/// Where model files lie, and whether they are what the catalogue says.
@NullMarked
package org.magicanime.inference.files;

import org.jspecify.annotations.NullMarked;
