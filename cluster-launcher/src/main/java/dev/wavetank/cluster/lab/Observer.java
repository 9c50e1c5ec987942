package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.HistoricActivity;
import dev.wavetank.cluster.api.HistoricInstance;
import dev.wavetank.cluster.api.InstanceQuery;
import dev.wavetank.cluster.api.Page;
import dev.wavetank.engine.api.ElementCount;
import dev.wavetank.engine.api.LedgerEntry;
import dev.wavetank.engine.api.StepWrite;
import java.util.ArrayList;
import java.util.List;

/// Reads the whole state of one process from a cluster, page by page. A source that cannot be read becomes a
/// sentence, not an exception: the checker then knows that it does not know.
final class Observer {
    private static final int PAGE = 1000;

    private final Gateway gateway;
    private final String processKey;
    private final String tenant;
    private final List<String> unreadable = new ArrayList<>();

    Observer(Gateway gateway, String processKey, String tenant) {
        this.gateway = gateway;
        this.processKey = processKey;
        this.tenant = tenant;
    }

    List<String> unreadable() {
        return unreadable;
    }

    List<HistoricInstance> instances() {
        List<HistoricInstance> instances = new ArrayList<>();
        try {
            InstanceQuery query = InstanceQuery.of(tenant, processKey);
            Page<HistoricInstance> page;
            do {
                page = gateway.history(query.page(instances.size(), PAGE));
                instances.addAll(page.items());
            } while (page.hasNext());
        } catch (ClusterException e) {
            unreadable.add("The history of instances could not be read: " + e.getMessage());
        }
        return instances;
    }

    List<HistoricActivity> activities(List<HistoricInstance> instances) {
        List<HistoricActivity> activities = new ArrayList<>();
        try {
            for (HistoricInstance instance : instances) {
                activities.addAll(gateway.activities(instance.id(), tenant));
            }
        } catch (ClusterException e) {
            unreadable.add("The history of steps could not be read: " + e.getMessage());
        }
        return activities;
    }

    List<LedgerEntry> ledger() {
        return pages("The ledger of the steps", start -> gateway.ledger(processKey, tenant, start, PAGE));
    }

    List<StepWrite> writes() {
        return pages("Who wrote the steps", start -> gateway.stepWrites(processKey, tenant, start, PAGE));
    }

    @FunctionalInterface
    private interface Pages<T> {
        List<T> from(int start) throws ClusterException;
    }

    private <T> List<T> pages(String source, Pages<T> pages) {
        List<T> rows = new ArrayList<>();
        try {
            List<T> page;
            do {
                page = pages.from(rows.size());
                rows.addAll(page);
            } while (page.size() == PAGE);
        } catch (ClusterException e) {
            unreadable.add(source + " could not be read: " + e.getMessage());
        }
        return rows;
    }

    long failedJobs() {
        try {
            return gateway.counts(processKey, tenant).stream()
                    .mapToLong(ElementCount::failed)
                    .sum();
        } catch (ClusterException e) {
            unreadable.add("The live counts could not be read: " + e.getMessage());
            return 0;
        }
    }
}
