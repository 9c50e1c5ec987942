package dev.wavetank.app.feature.deploy;

import dev.wavetank.app.i18n.Messages;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The upper part of the Run panel: tenant, button, outcome.
public final class DeployView extends VBox {
    public DeployView(Messages messages, DeployViewModel model) {
        super(8);
        getStyleClass().add("panel-body");
        var title = new Label(messages.text("deploy.title"));
        title.getStyleClass().add("panel-title");
        var tenant = new TextField();
        tenant.setId("deploy-tenant");
        tenant.textProperty().bindBidirectional(model.tenantProperty());
        var caption = new Label(messages.text("deploy.tenant"));
        caption.getStyleClass().add("property-label");
        caption.setLabelFor(tenant);
        var deploy = new Button(messages.text("deploy.action"));
        deploy.setId("deploy-action");
        deploy.getStyleClass().add("accent");
        deploy.disableProperty().bind(Bindings.not(model.possible()));
        deploy.setOnAction(_ -> model.deploy());
        var outcome = new Label();
        outcome.setId("deploy-outcome");
        outcome.setWrapText(true);
        outcome.textProperty().bind(model.outcomeProperty());
        var needed = new Label(messages.text("deploy.needed"));
        needed.setId("deploy-needed");
        needed.getStyleClass().addAll("hint", "small");
        needed.setWrapText(true);
        needed.visibleProperty().bind(model.missing());
        needed.managedProperty().bind(needed.visibleProperty());
        model.failedProperty().subscribe(bad -> outcome.setStyle(bad ? "-fx-text-fill: -color-danger-fg;" : ""));
        getChildren().addAll(title, caption, tenant, deploy, needed, outcome);
    }
}
