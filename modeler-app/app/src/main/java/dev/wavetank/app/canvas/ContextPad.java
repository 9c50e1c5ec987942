package dev.wavetank.app.canvas;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// What can be done next with what is selected, at its top right corner: append, connect, open, rename, delete. It
/// keeps its size at every zoom and hides while a gesture is under way.
final class ContextPad {
    private static final double GAP = 12;
    private static final int COLUMNS = 3;

    private final Messages messages;
    private final CanvasView view;
    private final CanvasModel model;
    private final Interaction interaction;
    private final Consumer<ElementId> rename;
    private final GridPane pad = new GridPane();
    private Set<ElementId> shown = Set.of();
    /// What the entries depend on, so that they stay through edits that do not change it.
    private List<Object> filledFor = List.of();

    private boolean edited;

    ContextPad(CanvasView view, Messages messages, Interaction interaction, Consumer<ElementId> rename) {
        this.view = view;
        this.messages = messages;
        this.model = view.model();
        this.interaction = interaction;
        this.rename = rename;
        pad.getStyleClass().add("context-pad");
        pad.setId("context-pad");
        pad.setManaged(false);
        pad.addEventHandler(javafx.scene.input.MouseEvent.ANY, javafx.event.Event::consume);
        view.addLayer(pad, this::place);
        model.session().diagramProperty().subscribe(_ -> edited = true);
    }

    private void place() {
        Set<ElementId> selection = model.session().selectionProperty().get();
        Optional<Bounds> around =
                selection.stream().flatMap(id -> model.bounds(id).stream()).reduce(Bounds::union);
        boolean visible = around.isPresent() && !model.isGesturing() && !selection.isEmpty();
        pad.setVisible(visible);
        if (!visible) {
            return;
        }
        if (edited || !selection.equals(shown)) {
            edited = false;
            shown = selection;
            List<Object> now = meaning(selection);
            if (!now.equals(filledFor)) {
                filledFor = now;
                fill(selection);
            }
        }
        Bounds box = model.viewport().toScreen(around.get());
        if (pad.isNeedsLayout()) {
            pad.applyCss();
            pad.autosize();
            pad.layout();
        }
        double x = Math.min(box.right() + GAP, view.getWidth() - pad.getWidth() - 4);
        double y = Math.clamp(box.y(), 4, Math.max(4, view.getHeight() - pad.getHeight() - 4));
        pad.relocate(Math.round(Math.max(4, x)), Math.round(y));
    }

    private List<Object> meaning(Set<ElementId> selection) {
        Optional<BpmnElement> one = selection.size() == 1
                ? model.session().diagram().element(selection.iterator().next())
                : Optional.empty();
        return one.<List<Object>>map(element -> List.of(
                        element.id(),
                        element.type(),
                        appends(element),
                        model.planeInside(element.id()).isPresent()))
                .orElse(List.of(selection.size()));
    }

    private void fill(Set<ElementId> selection) {
        List<Node> entries = new ArrayList<>();
        Optional<BpmnElement> one = selection.size() == 1
                ? model.session().diagram().element(selection.iterator().next())
                : Optional.empty();
        one.ifPresent(element -> {
            if (appends(element)) {
                entries.add(append(element, "task", ShapeIcon.TASK, NodeKind.of(BpmnType.USER_TASK)));
                entries.add(append(
                        element, "gateway", ShapeIcon.EXCLUSIVE_GATEWAY, NodeKind.of(BpmnType.EXCLUSIVE_GATEWAY)));
                entries.add(append(element, "end", ShapeIcon.END_EVENT, NodeKind.of(BpmnType.END_EVENT)));
                entries.add(append(element, "service", ShapeIcon.SERVICE_TASK, NodeKind.of(BpmnType.SERVICE_TASK)));
            }
            if (!element.type().isConnection()) {
                entries.add(entry("connect", ShapeIcon.CONNECTION.node(), () -> interaction.connectFrom(element.id())));
            }
            if (model.planeInside(element.id()).isPresent()) {
                entries.add(
                        entry("open", new FontIcon(Material2OutlinedAL.LAUNCH), () -> model.drillDown(element.id())));
            }
            entries.add(entry("rename", new FontIcon(Material2OutlinedAL.EDIT), () -> rename.accept(element.id())));
        });
        entries.add(entry("delete", new FontIcon(Material2OutlinedAL.DELETE), view::deleteSelection));
        pad.getChildren().clear();
        for (int i = 0; i < entries.size(); i++) {
            pad.add(entries.get(i), i % COLUMNS, i / COLUMNS);
        }
    }

    /// A flow may leave it, and it is not already the end.
    private static boolean appends(BpmnElement element) {
        return element.type().isFlowNode()
                && element.type() != BpmnType.END_EVENT
                && !element.isTriggeredByEvent()
                && !element.isForCompensation();
    }

    private Button append(BpmnElement element, String id, ShapeIcon icon, NodeKind kind) {
        return entry("append-" + id, icon.node(), () -> {
            interaction.append(element.id(), kind);
            model.session().selectionProperty().get().stream()
                    .flatMap(created -> model.bounds(created).stream())
                    .forEach(model.viewport()::reveal);
        });
    }

    private Button entry(String id, Node icon, Runnable action) {
        var button = new Button(null, icon);
        button.setId("pad-" + id);
        String words = messages.text("pad." + id);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
