/// How a person has a method's videos scored, and what has come of it.
@NullMarked
package org.magicanime.dataset.domain.evaluation;

import org.jspecify.annotations.NullMarked;
