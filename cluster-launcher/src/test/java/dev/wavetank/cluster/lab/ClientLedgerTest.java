package dev.wavetank.cluster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.cluster.lab.Operation.Kind;
import dev.wavetank.cluster.lab.Operation.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientLedgerTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aCallWhoseOutcomeWasNeverWrittenIsUnknown() throws IOException {
        Path file = folder.resolve("ledger.tsv");
        try (ClientLedger ledger = new ClientLedger(file, InstantSource.fixed(NOW))) {
            long first = ledger.sent(Kind.START, "key-1");
            long second = ledger.sent(Kind.COMPLETE, "task\t7");
            ledger.outcome(first, Outcome.OK, "instance-1");
            ledger.sent(Kind.START, "key-2");
            ledger.outcome(second, Outcome.FAILED, "not\nthere");
        }

        List<Operation> operations = ClientLedger.read(file);

        assertThat(operations)
                .containsExactly(
                        new Operation(1, Kind.START, "key-1", NOW, Outcome.OK, NOW, "instance-1"),
                        new Operation(2, Kind.COMPLETE, "task 7", NOW, Outcome.FAILED, NOW, "not there"),
                        new Operation(3, Kind.START, "key-2", NOW, Outcome.UNKNOWN, NOW, "no answer"));
    }
}
