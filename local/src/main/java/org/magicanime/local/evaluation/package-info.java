/// Evaluations as commands see them: awaited, brought, compared.
@NullMarked
package org.magicanime.local.evaluation;

import org.jspecify.annotations.NullMarked;
