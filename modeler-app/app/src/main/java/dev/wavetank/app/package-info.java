/// The composition root of the desktop and the command line.
@NullMarked
package dev.wavetank.app;

import org.jspecify.annotations.NullMarked;
