/// What is scored, and how cases become a report.
@NullMarked
package org.magicanime.eval.domain;

import org.jspecify.annotations.NullMarked;
