/// Containers of a Docker engine. The only package that knows docker-java.
@NullMarked
package dev.wavetank.cluster.docker;

import org.jspecify.annotations.NullMarked;
