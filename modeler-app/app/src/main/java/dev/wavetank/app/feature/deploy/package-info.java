/// Bringing the open diagram to the engines.
@NullMarked
package dev.wavetank.app.feature.deploy;

import org.jspecify.annotations.NullMarked;
