/// The fields of the selected element.
@NullMarked
package dev.wavetank.app.feature.properties;

import org.jspecify.annotations.NullMarked;
