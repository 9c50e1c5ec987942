package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Map;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.HistoryJob;
import org.flowable.job.api.HistoryJobQuery;
import org.flowable.job.service.impl.JobQueryProperty;

/// Jobs that write history later. A node writes it at once, so there are some only where a dead letter was moved
/// here.
public final class HistoryJobs {
    private static final Listing<HistoryJobQuery, HistoryJob> LISTING = new Listing<>(
            new TenantFilter<>(HistoryJobQuery::jobTenantId, HistoryJobQuery::jobWithoutTenantId),
            new Filters<HistoryJobQuery>()
                    .text("id", HistoryJobQuery::jobId)
                    .text("scopeType", HistoryJobQuery::scopeType)
                    .text("handlerType", HistoryJobQuery::handlerType)
                    .text("exceptionMessage", HistoryJobQuery::exceptionMessage)
                    .text("lockOwner", HistoryJobQuery::lockOwner)
                    .text("tenantIdLike", HistoryJobQuery::jobTenantIdLike)
                    .texts("handlerTypes", HistoryJobQuery::handlerTypes)
                    .whenTrue("withException", HistoryJobQuery::withException)
                    .whenTrue("locked", HistoryJobQuery::locked)
                    .whenTrue("unlocked", HistoryJobQuery::unlocked),
            Map.of(
                    "id", JobQueryProperty.JOB_ID,
                    "retries", JobQueryProperty.RETRIES,
                    "tenantId", JobQueryProperty.TENANT_ID),
            "id");

    private final ManagementService management;

    HistoryJobs(ManagementService management) {
        this.management = management;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return LISTING.page(
                management.createHistoryJobQuery(), caller.scope(), parameters, job -> JobViews.of(caller, job, null));
    }

    public static List<Field> fields() {
        return LISTING.fields();
    }

    public ObjectNode get(Caller caller, String id) {
        HistoryJob job = require(caller, id);
        return JobViews.of(caller, job, management.getHistoryJobHistoryJson(id));
    }

    public void delete(Caller caller, String id) {
        management.deleteHistoryJob(require(caller, id).getId());
    }

    public void act(Caller caller, String id, String action) {
        if (!action.equals("execute")) {
            throw ProblemException.badRequest("Invalid action, only 'execute' is supported.");
        }
        management.executeHistoryJob(require(caller, id).getId());
    }

    private HistoryJob require(Caller caller, String id) {
        HistoryJob job = management.createHistoryJobQuery().jobId(id).singleResult();
        if (job == null || !caller.scope().sees(job.getTenantId())) {
            throw ProblemException.notFound("Could not find a history job with id '" + id + "'.");
        }
        return job;
    }
}
