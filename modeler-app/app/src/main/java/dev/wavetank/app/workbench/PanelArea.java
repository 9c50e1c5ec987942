package dev.wavetank.app.workbench;

import dev.wavetank.app.i18n.Messages;
import java.util.List;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// One side of the window with its panels as tabs.
final class PanelArea extends TabPane {
    PanelArea(Messages messages, List<Panel> panels) {
        getStyleClass().add("side-panel");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        for (Panel panel : panels) {
            var tab = new Tab(messages.text("panel." + panel.id()), panel.content());
            tab.setId("panel-" + panel.id());
            tab.setGraphic(new FontIcon(panel.icon()));
            getTabs().add(tab);
            tab.selectedProperty().subscribe(panel.seen());
        }
        setMinSize(0, 0);
    }

    void select(String panelId) {
        getTabs().stream()
                .filter(tab -> ("panel-" + panelId).equals(tab.getId()))
                .findFirst()
                .ifPresent(getSelectionModel()::select);
    }

    boolean holds(String panelId) {
        return getTabs().stream().anyMatch(tab -> ("panel-" + panelId).equals(tab.getId()));
    }
}
