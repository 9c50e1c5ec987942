/// The book of effects: what each step did, and what it tried.
@NullMarked
package dev.wavetank.engine.ledger;

import org.jspecify.annotations.NullMarked;
