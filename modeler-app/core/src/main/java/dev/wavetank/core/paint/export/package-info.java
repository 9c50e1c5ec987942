/// Pictures of diagrams as SVG text, PNG bytes and PDF pages; the only place in the core that touches Java2D.
@NullMarked
package dev.wavetank.core.paint.export;

import org.jspecify.annotations.NullMarked;
