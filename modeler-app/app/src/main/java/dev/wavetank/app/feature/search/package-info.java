/// Finding elements of the diagram in front by name or id.
@NullMarked
package dev.wavetank.app.feature.search;

import org.jspecify.annotations.NullMarked;
