package dev.wavetank.app.feature.cluster;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.cluster.api.FaultKind;
import dev.wavetank.cluster.api.NodeCondition;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.Role;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// One node: what it is, how it is, and what can be done to it.
final class NodeCard extends VBox {
    private final Messages messages;
    private final ClusterViewModel model;
    private final String node;
    private final Label state = new Label();
    private final Label figures = new Label();
    private final Label note = new Label();
    private final FontIcon leader = new FontIcon(Material2MZ.STAR);
    private final Button kill;
    private final Button pause;
    private final Button disconnect;
    private final Button heal;
    private final Button restart;
    private NodeState shown;

    NodeCard(Messages messages, ClusterViewModel model, NodeState first) {
        this.messages = messages;
        this.model = model;
        this.node = first.id();
        this.shown = first;
        getStyleClass().add("node-card");
        setId("node-" + node);

        var name = new Label(node, new FontIcon(icon(first.role())));
        name.getStyleClass().add("node-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        state.getStyleClass().add("state-pill");
        state.setMinWidth(Region.USE_PREF_SIZE);
        leader.getStyleClass().add("leader-mark");
        Tooltip.install(leader, new Tooltip(messages.text("cluster.leader")));
        var head = new HBox(6, name, leader, gap, state);
        head.setAlignment(Pos.CENTER_LEFT);

        figures.getStyleClass().add("figures");
        note.getStyleClass().add("figures");
        note.setWrapText(true);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        figures.managedProperty().bind(figures.textProperty().isNotEmpty());

        kill = button("kill", Material2AL.FLASH_ON, () -> model.faults().kill(node));
        pause = button("pause", Material2MZ.PAUSE, () -> model.faults().pause(node));
        disconnect = button(
                "disconnect", Material2OutlinedAL.LINK_OFF, () -> model.faults().disconnect(node));
        heal = button("heal", Material2MZ.PLAY_ARROW, () -> model.faults().heal(node));
        restart = button("restart", Material2MZ.REPLAY, () -> model.faults().restart(node));
        Button log = button("log", Material2AL.ARTICLE, () -> model.log().follow(node));
        getChildren().addAll(head, figures, note, new HBox(4, kill, pause, disconnect, heal, restart, log));
        show(first);
    }

    void show(NodeState now) {
        shown = now;
        String condition = now.condition().name().toLowerCase(Locale.ROOT);
        state.setText(messages.text("cluster.condition." + condition));
        String tone = tone(now.condition());
        state.getStyleClass().setAll("label", "state-pill", tone);
        getStyleClass().setAll("node-card", tone);
        leader.setVisible(now.leader());
        leader.setManaged(now.leader());
        boolean runs = now.condition().running();
        figures.setText(runs ? figures(now) : "");
        note.setText(now.note().isEmpty() && !runs ? messages.text("cluster.notRunning") : now.note());
        setAccessibleText(messages.text(
                "cluster.node.accessible", node, state.getText(), runs ? figures.getText() : note.getText()));
        enable();
    }

    /// Enables what makes sense in the node's condition; also called when an action begins or ends.
    void enable() {
        boolean busy = model.faults().busy().contains(node);
        boolean runs = shown.condition().running();
        boolean frozen = shown.condition() == NodeCondition.PAUSED;
        boolean cut = shown.condition() == NodeCondition.DISCONNECTED;
        kill.setDisable(busy || !runs || !model.faults().supports(FaultKind.KILL));
        pause.setDisable(busy || !runs || frozen || cut || !model.faults().supports(FaultKind.PAUSE));
        restart.setDisable(busy || !runs || frozen || cut || !model.faults().supports(FaultKind.RESTART));
        disconnect.setDisable(busy || !runs || frozen || cut || !model.faults().supports(FaultKind.DISCONNECT));
        var healing = model.faults().healing(node);
        heal.setDisable(busy || healing.isEmpty());
        heal.getTooltip().setText(healing.map(way -> way.action()).orElse(messages.text("cluster.heal.none")));
    }

    private String figures(NodeState now) {
        String memory = messages.text("cluster.figures", now.cpu() * 100, now.memory() / (1024.0 * 1024.0));
        return now.activeJobs() >= 0 ? memory + messages.text("cluster.figures.jobs", now.activeJobs()) : memory;
    }

    private Button button(String action, Ikon icon, Runnable run) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(node + "-" + action);
        String words = messages.text("cluster.action." + action);
        button.setAccessibleText(words + " " + node);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static String tone(NodeCondition condition) {
        return switch (condition) {
            case READY -> "live";
            case DEAD -> "dead";
            case CREATED, STARTING -> "starting";
            case UNREADY, PAUSED, DISCONNECTED -> "suspect";
            case DRAINING -> "draining";
            case STOPPED -> "stopped";
        };
    }

    private static Ikon icon(Role role) {
        return switch (role) {
            case DATABASE -> Material2OutlinedMZ.STORAGE;
            case GATEWAY -> Material2OutlinedAL.DEVICE_HUB;
            case ENGINE -> Material2OutlinedMZ.MEMORY;
        };
    }
}
