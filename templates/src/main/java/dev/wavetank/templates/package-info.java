/// What Wavetank brings along: processes and cluster descriptions to begin with, as data.
@NullMarked
package dev.wavetank.templates;

import org.jspecify.annotations.NullMarked;
