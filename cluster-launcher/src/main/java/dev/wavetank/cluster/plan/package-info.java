/// What to do, decided without doing anything: a description and what is seen become steps in order. Pure
/// functions.
@NullMarked
package dev.wavetank.cluster.plan;

import org.jspecify.annotations.NullMarked;
