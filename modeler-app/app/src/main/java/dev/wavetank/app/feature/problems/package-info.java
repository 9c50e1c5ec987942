/// What the validators found, as a table, as badges and as a count.
@NullMarked
package dev.wavetank.app.feature.problems;

import org.jspecify.annotations.NullMarked;
