/// What is asked over HTTP.
@NullMarked
package org.magicanime.dataset.web;

import org.jspecify.annotations.NullMarked;
