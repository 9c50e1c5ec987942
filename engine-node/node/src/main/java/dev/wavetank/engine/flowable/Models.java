package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.impl.ModelQueryProperty;
import org.flowable.engine.repository.Model;
import org.flowable.engine.repository.ModelQuery;

/// Models: what editors keep in the engine's database beside what is deployed.
public final class Models {
    private static final String PATH = "/repository/models/";
    private static final Listing<ModelQuery, Model> LISTING = new Listing<>(
            new TenantFilter<>(ModelQuery::modelTenantId, ModelQuery::modelWithoutTenantId),
            new Filters<ModelQuery>()
                    .text("id", ModelQuery::modelId)
                    .text("category", ModelQuery::modelCategory)
                    .text("categoryLike", ModelQuery::modelCategoryLike)
                    .text("categoryNotEquals", ModelQuery::modelCategoryNotEquals)
                    .text("name", ModelQuery::modelName)
                    .text("nameLike", ModelQuery::modelNameLike)
                    .text("key", ModelQuery::modelKey)
                    .text("deploymentId", ModelQuery::deploymentId)
                    .text("tenantIdLike", ModelQuery::modelTenantIdLike)
                    .integer("version", ModelQuery::modelVersion)
                    .whenTrue("latestVersion", ModelQuery::latestVersion)
                    .either("deployed", ModelQuery::deployed, ModelQuery::notDeployed),
            Map.of(
                    "id", ModelQueryProperty.MODEL_ID,
                    "category", ModelQueryProperty.MODEL_CATEGORY,
                    "createTime", ModelQueryProperty.MODEL_CREATE_TIME,
                    "key", ModelQueryProperty.MODEL_KEY,
                    "lastUpdateTime", ModelQueryProperty.MODEL_LAST_UPDATE_TIME,
                    "name", ModelQueryProperty.MODEL_NAME,
                    "version", ModelQueryProperty.MODEL_VERSION,
                    "tenantId", ModelQueryProperty.MODEL_TENANT_ID),
            "id");

    private final RepositoryService repository;

    Models(RepositoryService repository) {
        this.repository = repository;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return LISTING.page(repository.createModelQuery(), caller.scope(), parameters, model -> view(caller, model));
    }

    public static List<Field> fields() {
        return LISTING.fields();
    }

    public ObjectNode get(Caller caller, String id) {
        return view(caller, require(caller, id));
    }

    public ObjectNode create(Caller caller, ObjectNode body, Parameters parameters) {
        Model model = repository.newModel();
        String tenant = caller.scope().name();
        model.setTenantId(tenant.isEmpty() ? null : tenant);
        fill(caller, model, body, parameters);
        repository.saveModel(model);
        return view(caller, model);
    }

    /// Changes the fields that the body names; the tenant stays.
    public ObjectNode update(Caller caller, String id, ObjectNode body, Parameters parameters) {
        Model model = require(caller, id);
        fill(caller, model, body, parameters);
        repository.saveModel(model);
        return view(caller, model);
    }

    public void delete(Caller caller, String id) {
        repository.deleteModel(require(caller, id).getId());
    }

    public byte[] source(Caller caller, String id) {
        return Optional.ofNullable(
                        repository.getModelEditorSource(require(caller, id).getId()))
                .orElseThrow(
                        () -> ProblemException.notFound("Model with id '" + id + "' does not have source available."));
    }

    public void setSource(Caller caller, String id, byte[] source) {
        repository.addModelEditorSource(require(caller, id).getId(), source);
    }

    public byte[] extra(Caller caller, String id) {
        return Optional.ofNullable(
                        repository.getModelEditorSourceExtra(require(caller, id).getId()))
                .orElseThrow(() ->
                        ProblemException.notFound("Model with id '" + id + "' does not have extra source available."));
    }

    public void setExtra(Caller caller, String id, byte[] extra) {
        repository.addModelEditorSourceExtra(require(caller, id).getId(), extra);
    }

    private void fill(Caller caller, Model model, ObjectNode body, Parameters parameters) {
        if (body.has("category")) model.setCategory(parameters.text("category").orElse(null));
        if (body.has("key")) model.setKey(parameters.text("key").orElse(null));
        if (body.has("metaInfo")) model.setMetaInfo(parameters.text("metaInfo").orElse(null));
        if (body.has("name")) model.setName(parameters.text("name").orElse(null));
        if (body.has("version")) model.setVersion(parameters.integer("version").orElse(null));
        if (body.has("deploymentId")) {
            Optional<String> deployment = parameters.text("deploymentId");
            deployment.ifPresent(id -> requireDeployment(caller, id));
            model.setDeploymentId(deployment.orElse(null));
        }
    }

    private void requireDeployment(Caller caller, String id) {
        var deployment = repository.createDeploymentQuery().deploymentId(id).singleResult();
        if (deployment == null || !caller.scope().sees(deployment.getTenantId())) {
            throw ProblemException.badRequest("Could not find a deployment with id '" + id + "'.");
        }
    }

    private Model require(Caller caller, String id) {
        Model model = repository.createModelQuery().modelId(id).singleResult();
        if (model == null || !caller.scope().sees(model.getTenantId())) {
            throw ProblemException.notFound("Could not find a model with id '" + id + "'.");
        }
        return model;
    }

    private static ObjectNode view(Caller caller, Model model) {
        String id = model.getId();
        return new JsonView()
                .put("id", id)
                .put("url", caller.link(PATH, id))
                .put("name", model.getName())
                .put("key", model.getKey())
                .put("category", model.getCategory())
                .put("version", model.getVersion())
                .put("metaInfo", model.getMetaInfo())
                .put("createTime", model.getCreateTime())
                .put("lastUpdateTime", model.getLastUpdateTime())
                .put("deploymentId", model.getDeploymentId())
                .put("deploymentUrl", caller.link("/repository/deployments/", model.getDeploymentId()))
                .put("sourceUrl", model.hasEditorSource() ? caller.link(PATH, id + "/source") : null)
                .put("sourceExtraUrl", model.hasEditorSourceExtra() ? caller.link(PATH, id + "/source-extra") : null)
                .put("tenantId", model.getTenantId())
                .build();
    }
}
