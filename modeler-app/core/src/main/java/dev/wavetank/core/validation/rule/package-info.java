/// Our own rules about good diagrams: one class each, with a page of documentation under the resource folder
/// `rules`.
@NullMarked
package dev.wavetank.core.validation.rule;

import org.jspecify.annotations.NullMarked;
