/// The UI thread and the work that must stay off it.
@NullMarked
package dev.wavetank.app.ui;

import org.jspecify.annotations.NullMarked;
