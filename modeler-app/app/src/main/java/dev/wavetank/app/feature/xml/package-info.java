/// The text of the file as it would be saved now.
@NullMarked
package dev.wavetank.app.feature.xml;

import org.jspecify.annotations.NullMarked;
