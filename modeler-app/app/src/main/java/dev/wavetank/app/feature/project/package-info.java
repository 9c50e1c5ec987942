/// A folder of diagrams: its files, what is in them, who calls whom.
@NullMarked
package dev.wavetank.app.feature.project;

import org.jspecify.annotations.NullMarked;
