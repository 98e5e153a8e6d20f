/// Scores of cases as tables: one evaluation, and several side by side.
@NullMarked
package org.magicanime.eval.domain.report;

import org.jspecify.annotations.NullMarked;
