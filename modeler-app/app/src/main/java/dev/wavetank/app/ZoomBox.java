package dev.wavetank.app;

import dev.wavetank.app.canvas.Canvases;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.AppCommand;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// The zoom of the active canvas in the status bar; a click goes back to 100 %.
final class ZoomBox extends Button {
    ZoomBox(Messages messages, Canvases canvases, Workspace workspace) {
        setId("zoom");
        getStyleClass().add("flat");
        textProperty()
                .bind(workspace
                        .activeProperty()
                        .flatMap(_ -> canvases.active()
                                .<javafx.beans.value.ObservableValue<Number>>map(
                                        canvas -> canvas.model().viewport().scaleProperty())
                                .orElse(new SimpleDoubleProperty(1)))
                        .map(scale -> messages.text("zoom.percent", scale.doubleValue())));
        visibleProperty()
                .bind(workspace
                        .activeProperty()
                        .map(_ -> workspace.activeSession().isPresent()));
        setTooltip(new Tooltip(messages.text(AppCommand.words("view.actualSize"))));
        setOnAction(_ ->
                canvases.active().ifPresent(canvas -> canvas.model().viewport().zoomTo(1)));
    }
}
