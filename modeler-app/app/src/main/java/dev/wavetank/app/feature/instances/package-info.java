/// Starting process instances and watching them move through the diagram.
@NullMarked
package dev.wavetank.app.feature.instances;

import org.jspecify.annotations.NullMarked;
