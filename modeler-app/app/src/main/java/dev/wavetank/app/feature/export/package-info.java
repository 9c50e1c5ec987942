/// Diagrams as pictures, documents and on paper.
@NullMarked
package dev.wavetank.app.feature.export;

import org.jspecify.annotations.NullMarked;
