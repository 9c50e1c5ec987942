/// The tour that draws a process in a minute: each step waits for what it asks for.
@NullMarked
package dev.wavetank.app.feature.tour;

import org.jspecify.annotations.NullMarked;
