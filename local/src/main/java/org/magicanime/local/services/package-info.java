/// What runs inside the services' process beside the services themselves.
@NullMarked
package org.magicanime.local.services;

import org.jspecify.annotations.NullMarked;
