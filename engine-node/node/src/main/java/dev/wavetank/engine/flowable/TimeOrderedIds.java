package dev.wavetank.engine.flowable;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.flowable.common.engine.impl.cfg.IdGenerator;

/// Ids that need no database and cannot be guessed: UUIDs of version 7 (RFC 9562). They rise with time, so the
/// indexes grow at one end.
final class TimeOrderedIds implements IdGenerator {
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    TimeOrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String getNextId() {
        long high = clock.millis() << 16 | 0x7000L | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
