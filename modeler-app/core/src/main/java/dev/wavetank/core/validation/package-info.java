/// What is wrong with a diagram, whoever noticed: the reader, a rule, the schema, the engine, a deployment.
@NullMarked
package dev.wavetank.core.validation;

import org.jspecify.annotations.NullMarked;
