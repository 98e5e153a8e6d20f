/// Who may ask: tokens of programs, sessions of people.
@NullMarked
package org.magicanime.dataset.web.access;

import org.jspecify.annotations.NullMarked;
