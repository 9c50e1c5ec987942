/// Checks against the BPMN 2.0 schema and metamodel, on the bytes of a document, with the Camunda BPMN Model
/// API. The only package that sees that library.
@NullMarked
package dev.wavetank.core.validation.schema;

import org.jspecify.annotations.NullMarked;
