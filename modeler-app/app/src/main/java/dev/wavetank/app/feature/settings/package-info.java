/// The window of settings: language, theme, how sheets look, what the next start opens.
@NullMarked
package dev.wavetank.app.feature.settings;

import org.jspecify.annotations.NullMarked;
