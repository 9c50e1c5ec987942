package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flowable.batch.api.Batch;
import org.flowable.batch.api.BatchPart;
import org.flowable.batch.api.BatchQuery;
import org.flowable.batch.service.impl.BatchQueryProperty;
import org.flowable.engine.ManagementService;

/// Batches of work on many instances, such as a migration, and their parts.
public final class Batches {
    private static final String PATH = "/management/batches/";
    private static final String PARTS = "/management/batch-parts/";
    private static final Listing<BatchQuery, Batch> LISTING = new Listing<>(
            new TenantFilter<>(BatchQuery::tenantId, BatchQuery::withoutTenantId),
            new Filters<BatchQuery>()
                    .text("id", BatchQuery::batchId)
                    .text("batchType", BatchQuery::batchType)
                    .text("searchKey", BatchQuery::searchKey)
                    .text("searchKey2", BatchQuery::searchKey2)
                    .text("status", BatchQuery::status)
                    .text("tenantIdLike", BatchQuery::tenantIdLike)
                    .date("createTimeBefore", BatchQuery::createTimeLowerThan)
                    .date("createTimeAfter", BatchQuery::createTimeHigherThan)
                    .date("completeTimeBefore", BatchQuery::completeTimeLowerThan)
                    .date("completeTimeAfter", BatchQuery::completeTimeHigherThan),
            Map.of(
                    "id", BatchQueryProperty.BATCH_ID,
                    "createTime", BatchQueryProperty.CREATETIME,
                    "tenantId", BatchQueryProperty.TENANT_ID),
            "id");

    private final ManagementService management;

    Batches(ManagementService management) {
        this.management = management;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return LISTING.page(management.createBatchQuery(), caller.scope(), parameters, batch -> view(caller, batch));
    }

    public static List<Field> fields() {
        return LISTING.fields();
    }

    public ObjectNode get(Caller caller, String id) {
        return view(caller, require(caller, id));
    }

    public void delete(Caller caller, String id) {
        management.deleteBatch(require(caller, id).getId());
    }

    public String document(Caller caller, String id) {
        return Optional.ofNullable(
                        management.getBatchDocument(require(caller, id).getId()))
                .orElseThrow(
                        () -> ProblemException.notFound("Batch with id '" + id + "' does not have a batch document."));
    }

    public ArrayNode parts(Caller caller, String id, Optional<String> status) {
        require(caller, id);
        List<BatchPart> parts = status.isPresent()
                ? management.findBatchPartsByBatchIdAndStatus(id, status.get())
                : management.findBatchPartsByBatchId(id);
        ArrayNode array = Json.mapper().createArrayNode();
        parts.forEach(part -> array.add(view(caller, part)));
        return array;
    }

    public ObjectNode part(Caller caller, String id) {
        return view(caller, requirePart(caller, id));
    }

    public String partDocument(Caller caller, String id) {
        return Optional.ofNullable(
                        management.getBatchPartDocument(requirePart(caller, id).getId()))
                .orElseThrow(() -> ProblemException.notFound(
                        "Batch part with id '" + id + "' does not have a batch part document."));
    }

    private Batch require(Caller caller, String id) {
        Batch batch = management.createBatchQuery().batchId(id).singleResult();
        if (batch == null || !caller.scope().sees(batch.getTenantId())) {
            throw ProblemException.notFound("Could not find a batch with id '" + id + "'.");
        }
        return batch;
    }

    private BatchPart requirePart(Caller caller, String id) {
        BatchPart part = management.getBatchPart(id);
        if (part == null || !caller.scope().sees(part.getTenantId())) {
            throw ProblemException.notFound("Could not find a batch part with id '" + id + "'.");
        }
        return part;
    }

    private static ObjectNode view(Caller caller, Batch batch) {
        return new JsonView()
                .put("id", batch.getId())
                .put("url", caller.link(PATH, batch.getId()))
                .put("batchType", batch.getBatchType())
                .put("searchKey", batch.getBatchSearchKey())
                .put("searchKey2", batch.getBatchSearchKey2())
                .put("createTime", batch.getCreateTime())
                .put("completeTime", batch.getCompleteTime())
                .put("status", batch.getStatus())
                .put("tenantId", Objects.requireNonNullElse(batch.getTenantId(), ""))
                .build();
    }

    private static ObjectNode view(Caller caller, BatchPart part) {
        return new JsonView()
                .put("id", part.getId())
                .put("url", caller.link(PARTS, part.getId()))
                .put("batchId", part.getBatchId())
                .put("batchUrl", caller.link(PATH, part.getBatchId()))
                .put("batchType", part.getBatchType())
                .put("searchKey", part.getSearchKey())
                .put("searchKey2", part.getSearchKey2())
                .put("scopeId", part.getScopeId())
                .put("subScopeId", part.getSubScopeId())
                .put("scopeType", part.getScopeType())
                .put("createTime", part.getCreateTime())
                .put("completeTime", part.getCompleteTime())
                .put("status", part.getStatus())
                .put("tenantId", Objects.requireNonNullElse(part.getTenantId(), ""))
                .build();
    }
}
