/// The cluster's database: settings, dialects, pools, and the H2 server that the role `database` runs.
@NullMarked
package dev.wavetank.engine.database;

import org.jspecify.annotations.NullMarked;
