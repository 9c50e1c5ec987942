/// What every role's HTTP server shares: JSON, problem documents, request ids.
@NullMarked
package dev.wavetank.engine.web;

import org.jspecify.annotations.NullMarked;
