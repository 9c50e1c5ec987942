/// Open documents: reading, saving, the crash journal, watching the file outside.
@NullMarked
package dev.wavetank.app.document;

import org.jspecify.annotations.NullMarked;
