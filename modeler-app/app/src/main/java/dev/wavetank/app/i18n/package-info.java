/// The message bundle: every word the desktop shows.
@NullMarked
package dev.wavetank.app.i18n;

import org.jspecify.annotations.NullMarked;
