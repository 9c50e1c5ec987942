/// Light and dark, and the stylesheets that make the control libraries agree.
@NullMarked
package dev.wavetank.app.theme;

import org.jspecify.annotations.NullMarked;
