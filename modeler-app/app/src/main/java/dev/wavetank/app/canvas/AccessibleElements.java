package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.interaction.Traversal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The elements as a screen reader sees them: a list in the order in which the keyboard goes through them. A painted
/// canvas has no nodes, so there is an invisible one for each element that was asked for, and none as long as nobody
/// asks.
final class AccessibleElements {
    private final CanvasView view;
    private final CanvasModel model;
    private final ElementSpeech speech;
    private final Group layer = new Group();
    private final Map<ElementId, Item> items = new HashMap<>();
    private List<ElementId> order = List.of();
    private boolean stale = true;

    AccessibleElements(CanvasView view, ElementSpeech speech) {
        this.view = view;
        this.model = view.model();
        this.speech = speech;
        layer.setId("accessible-elements");
        layer.setMouseTransparent(true);
        view.addLayer(layer, this::place);
        model.sceneProperty().subscribe(_ -> stale = true);
        model.planeProperty().subscribe(_ -> stale = true);
        model.session().selectionProperty().subscribe(_ -> {
            if (!items.isEmpty()) {
                view.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
            }
        });
    }

    /// What the canvas answers a screen reader, or null if that is not about elements.
    @Nullable
    Object answer(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> order().size();
            case ITEM_AT_INDEX ->
                parameters[0] instanceof Integer index && index >= 0 && index < order().size()
                        ? item(order.get(index))
                        : null;
            case FOCUS_ITEM -> selected().stream().findFirst().orElse(view);
            case SELECTED_ITEMS -> javafx.collections.FXCollections.observableArrayList(selected());
            case MULTIPLE_SELECTION -> true;
            default -> null;
        };
    }

    private List<Node> selected() {
        return model.session().selectionProperty().get().stream()
                .filter(order()::contains)
                .<Node>map(this::item)
                .toList();
    }

    private List<ElementId> order() {
        if (stale) {
            stale = false;
            order = model.currentPlane()
                    .map(plane -> Traversal.order(model.session().diagram(), plane))
                    .orElse(List.of());
            Set<ElementId> gone = new HashSet<>(items.keySet());
            order.forEach(gone::remove);
            gone.forEach(id -> layer.getChildren().remove(items.remove(id)));
        }
        return order;
    }

    private Item item(ElementId id) {
        Item item = items.computeIfAbsent(id, made -> {
            var region = new Item(made);
            layer.getChildren().add(region);
            return region;
        });
        item.place();
        return item;
    }

    private void place() {
        items.values().forEach(Item::place);
    }

    /// One element of the list.
    private final class Item extends Region {
        private final ElementId element;

        Item(ElementId element) {
            this.element = element;
            setAccessibleRole(AccessibleRole.LIST_ITEM);
        }

        void place() {
            model.bounds(element).map(model.viewport()::toScreen).ifPresent(this::cover);
        }

        private void cover(Bounds box) {
            resizeRelocate(box.x(), box.y(), box.width(), box.height());
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case TEXT ->
                    model.session().diagram().element(element).map(this::words).orElse("");
                case INDEX -> order().indexOf(element);
                case SELECTED -> model.session().selectionProperty().get().contains(element);
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }

        private String words(BpmnElement now) {
            return speech.of(now);
        }

        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            if (action == AccessibleAction.REQUEST_FOCUS) {
                view.requestFocus();
                model.session().selectionProperty().set(Set.of(element));
            } else {
                super.executeAccessibleAction(action, parameters);
            }
        }
    }
}
