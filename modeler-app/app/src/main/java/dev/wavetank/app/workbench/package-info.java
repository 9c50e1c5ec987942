/// The window around the documents: commands, key map, panels, settings, status bar.
@NullMarked
package dev.wavetank.app.workbench;

import org.jspecify.annotations.NullMarked;
