/// Flowable's REST paths and JSON over our engine, so that clients of the stock application work.
@NullMarked
package dev.wavetank.engine.rest;

import org.jspecify.annotations.NullMarked;
