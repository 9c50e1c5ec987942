package dev.wavetank.app.feature.problems;

import dev.wavetank.app.i18n.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// How many errors and warnings there are, in the status bar; a click opens the table.
public final class ProblemsCount extends Button {
    public ProblemsCount(Messages messages, ProblemsViewModel model, Runnable open) {
        setId("problems-count");
        getStyleClass().add("flat");
        setGraphic(new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));
        textProperty()
                .bind(javafx.beans.binding.Bindings.createStringBinding(
                        () -> model.stateProperty().get() == ProblemsViewModel.State.CHECKING
                                ? messages.text("problems.checking")
                                : messages.text(
                                        "problems.count",
                                        model.errorsProperty().get(),
                                        model.warningsProperty().get()),
                        model.stateProperty(),
                        model.errorsProperty(),
                        model.warningsProperty()));
        visibleProperty().bind(model.stateProperty().isNotEqualTo(ProblemsViewModel.State.NO_DIAGRAM));
        setTooltip(new Tooltip(messages.text("panel.problems")));
        setOnAction(_ -> open.run());
    }
}
