package dev.wavetank.app.feature.cluster;

import dev.wavetank.app.feature.cluster.ClusterViewModel.Phase;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.cluster.api.NodeState;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// The cluster panel: its controls above, the nodes at the left, events and the followed log at the right.
public final class ClusterView extends BorderPane {
    private final Messages messages;
    private final ClusterViewModel model;
    private static final double FEED_LEAST = 190;
    private static final double CARD_LEAST = 240;

    private final FlowPane cards = new FlowPane(10, 10);
    private final Map<String, NodeCard> byNode = new HashMap<>();

    public ClusterView(Messages messages, ClusterViewModel model) {
        this.messages = messages;
        this.model = model;
        setId("cluster-view");
        cards.setId("cluster-nodes");
        setTop(top());
        setCenter(center());
        model.nodes().addListener((ListChangeListener<NodeState>) _ -> refresh());
        model.faults().busy().addListener((SetChangeListener<String>) _ -> enable());
        model.faults().healings().addListener((MapChangeListener<Object, Object>) _ -> enable());
        refresh();
    }

    private Node top() {
        var failure = new Label();
        failure.setId("cluster-failure");
        failure.setGraphic(new FontIcon(Material2AL.ERROR));
        failure.getStyleClass().add("severity-error");
        failure.setWrapText(true);
        failure.textProperty().bind(model.failureProperty());
        failure.visibleProperty().bind(model.failureProperty().isNotEmpty());
        failure.managedProperty().bind(failure.visibleProperty());
        var box = new VBox(8, new ClusterControls(messages, model), failure);
        box.getStyleClass().add("cluster-view");
        return box;
    }

    private Node center() {
        cards.setPadding(new javafx.geometry.Insets(4, 12, 12, 12));
        var empty = new Label(messages.text("cluster.empty"));
        empty.getStyleClass().add("hint");
        empty.setWrapText(true);
        empty.setPadding(new javafx.geometry.Insets(4, 12, 12, 12));
        var scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        var left = new BorderPane();
        var nothing = new ScrollPane(new VBox(6, empty, new PresentClusters(messages, model)));
        nothing.setFitToWidth(true);
        model.phaseProperty().subscribe(phase -> left.setCenter(phase == Phase.NONE ? nothing : scroll));

        var feed = new ListView<>(model.feed());
        feed.setId("cluster-feed");
        feed.getStyleClass().add("event-feed");
        feed.setAccessibleText(messages.text("cluster.feed"));
        feed.setCellFactory(_ -> new FeedCell());
        feed.setPlaceholder(empty("cluster.feed.empty"));
        var log = new ListView<>(model.log().lines());
        log.setId("cluster-log");
        log.getStyleClass().add("event-feed");
        log.setAccessibleText(messages.text("cluster.log"));
        log.setPlaceholder(empty("cluster.log.empty"));
        var tabs =
                new TabPane(new Tab(messages.text("cluster.feed"), feed), new Tab(messages.text("cluster.log"), log));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinWidth(FEED_LEAST);
        left.setMinWidth(CARD_LEAST);
        model.log().nodeProperty().subscribe(node -> {
            tabs.getTabs()
                    .getLast()
                    .setText(node.isEmpty() ? messages.text("cluster.log") : messages.text("cluster.log.of", node));
            if (!node.isEmpty()) {
                tabs.getSelectionModel().selectLast();
            }
        });
        log.getItems().addListener((ListChangeListener<String>)
                _ -> log.scrollTo(log.getItems().size() - 1));

        var split = new SplitPane(left, tabs);
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(0.66);
        SplitPane.setResizableWithParent(tabs, true);
        return split;
    }

    private Label empty(String key) {
        var words = new Label(messages.text(key));
        words.getStyleClass().addAll("hint", "empty-state");
        words.setWrapText(true);
        return words;
    }

    private void refresh() {
        var present = model.nodes().stream().map(NodeState::id).collect(Collectors.toSet());
        if (!byNode.keySet().equals(present)) {
            byNode.keySet().retainAll(present);
            for (NodeState node : model.nodes()) {
                byNode.computeIfAbsent(node.id(), _ -> new NodeCard(messages, model, node));
            }
            cards.getChildren()
                    .setAll(model.nodes().stream()
                            .map(node -> byNode.get(node.id()))
                            .toList());
        }
        model.nodes().forEach(node -> {
            NodeCard card = byNode.get(node.id());
            if (card != null) {
                card.show(node);
            }
        });
    }

    private void enable() {
        byNode.values().forEach(NodeCard::enable);
    }
}
