package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.HistoricActivity;
import dev.wavetank.cluster.api.HistoricInstance;
import dev.wavetank.engine.api.LedgerEntry;
import dev.wavetank.engine.api.StepWrite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that the checker judges by, gathered after the cluster came to rest. The checker is a pure function
/// of this.
///
/// @param asked       starts that were wanted
/// @param until       when the looking ended
/// @param operations  the client's ledger
/// @param instances   the engine's history
/// @param activities  the steps of all instances in the engine's history
/// @param ledger      what the steps themselves wrote, attempts included
/// @param writes      which node wrote which step of the history
/// @param ledgerSteps the ids of the activities that write the ledger
/// @param failedJobs  jobs that failed and wait, or were given up
/// @param unreadable  a sentence for each source that could not be read
record Observation(
        int asked,
        Instant until,
        List<Operation> operations,
        List<HistoricInstance> instances,
        List<HistoricActivity> activities,
        List<LedgerEntry> ledger,
        List<StepWrite> writes,
        Set<String> ledgerSteps,
        long failedJobs,
        boolean faultWanted,
        Optional<FaultRecord> fault,
        List<String> unreadable) {

    Observation {
        operations = List.copyOf(operations);
        instances = List.copyOf(instances);
        activities = List.copyOf(activities);
        ledger = List.copyOf(ledger);
        writes = List.copyOf(writes);
        ledgerSteps = Set.copyOf(ledgerSteps);
        unreadable = List.copyOf(unreadable);
    }
}
