/// What tests and the launcher stand on: an embedded broker and store, a film drawn by code, and the rules that every
/// service keeps.
@NullMarked
package org.magicanime.testkit;

import org.jspecify.annotations.NullMarked;
