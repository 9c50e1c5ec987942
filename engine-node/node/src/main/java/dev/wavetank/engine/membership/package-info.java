/// Who belongs to the cluster: leases, epochs and fencing.
///
/// A node joins with an epoch that is one higher than any it had before, renews its lease each second by the
/// database's clock, and works only while the lease holds by its own monotonic clock. Two rows keep that apart:
/// `WT_NODE` is written by every heartbeat, `WT_FENCE` only when an epoch changes, so that the transactions
/// which check their epoch never wait for a heartbeat.
@NullMarked
package dev.wavetank.engine.membership;

import org.jspecify.annotations.NullMarked;
