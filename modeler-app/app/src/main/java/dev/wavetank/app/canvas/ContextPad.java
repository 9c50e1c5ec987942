package dev.wavetank.app.canvas;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.CanvasKeys;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.AddLane;
import dev.wavetank.core.edit.command.SplitLane;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What can be done next with what is selected, at its top right corner. For one element: what may follow it,
/// connecting, changing it into something else, lanes, colour, deleting; for several: putting them in line, spreading
/// them, colour, a copy, a group. It keeps its size at every zoom and hides while a gesture is under way or a label is
/// being typed.
final class ContextPad {
    private static final double GAP = 12;
    /// While what would be appended is shown, which may lie below it.
    private static final double SEEN_THROUGH = 0.5;

    private static final int COLUMNS = 3;
    private static final int COLUMNS_FOR_MANY = 4;
    /// The commands for several elements, in rows of four.
    private static final List<String> FOR_MANY = List.of(
            "arrange.alignLeft",
            "arrange.alignCenter",
            "arrange.alignRight",
            "arrange.distributeHorizontally",
            "arrange.alignTop",
            "arrange.alignMiddle",
            "arrange.alignBottom",
            "arrange.distributeVertically",
            "edit.duplicate",
            "arrange.group",
            "edit.colour",
            "edit.delete");

    private final CanvasView view;
    private final CanvasModel model;
    private final ElementMenus menus;
    private final LabelEditor labels;
    private final KindIcons icons;
    private final PadButtons buttons;
    private final GridPane pad = new GridPane();
    private Set<ElementId> shown = Set.of();
    private Optional<Around> known = Optional.empty();
    /// What the entries depend on, so that they stay through edits that do not change it.
    private List<Object> filledFor = List.of();

    private Subscription commands = Subscription.EMPTY;
    private boolean edited;

    ContextPad(
            CanvasView view,
            Messages messages,
            CanvasKeys keys,
            Interaction interaction,
            ElementMenus menus,
            KindIcons icons,
            LabelEditor labels) {
        this.view = view;
        this.model = view.model();
        this.menus = menus;
        this.icons = icons;
        this.labels = labels;
        this.buttons = new PadButtons(view, messages, keys, interaction);
        pad.getStyleClass().add("context-pad");
        pad.setId("context-pad");
        pad.setManaged(false);
        pad.setCache(true); // else its shadow is computed again whenever something below it moves
        pad.addEventHandler(MouseEvent.ANY, Event::consume);
        pad.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.addLayer(pad, this::place);
        model.session().diagramProperty().subscribe(_ -> edited = true);
        model.themeProperty().subscribe(_ -> filledFor = List.of());
        model.toolProperty().subscribe(_ -> view.refreshOverlay());
    }

    private void place() {
        Set<ElementId> selection = model.session().selectionProperty().get();
        Optional<Bounds> around = around(selection);
        boolean visible = around.isPresent()
                && model.toolProperty().get().equals(Tool.SELECT) // else it would be in the way of what is put down
                && !model.isGesturing()
                && !labels.isOpen();
        if (!visible && hasFocus()) {
            view.requestFocus();
        }
        pad.setVisible(visible);
        if (!visible) {
            return;
        }
        if (edited || !selection.equals(shown) || filledFor.isEmpty()) {
            edited = false;
            shown = selection;
            refill(selection);
        }
        pad.setOpacity(model.isPreviewing() ? SEEN_THROUGH : 1);
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

    /// What is selected may be the whole file, so it is gone through once and not with each frame.
    private Optional<Bounds> around(Set<ElementId> selection) {
        Scene scene = model.scene();
        if (known.filter(last -> last.selection == selection && last.scene == scene)
                .isEmpty()) {
            known = Optional.of(new Around(
                    selection,
                    scene,
                    selection.stream().flatMap(id -> model.bounds(id).stream()).reduce(Bounds::union)));
        }
        return known.flatMap(Around::bounds);
    }

    private record Around(Set<ElementId> selection, Scene scene, Optional<Bounds> bounds) {}

    /// Gives the keyboard to the first entry.
    void enter() {
        if (pad.isVisible()) {
            buttonsShown().findFirst().ifPresent(Node::requestFocus);
        }
    }

    private Stream<Button> buttonsShown() {
        return pad.lookupAll(".button").stream()
                .filter(node -> !node.isDisabled())
                .map(Button.class::cast);
    }

    private void pressed(KeyEvent event) {
        int columns = shown.size() > 1 ? COLUMNS_FOR_MANY : COLUMNS;
        boolean used = switch (event.getCode()) {
            case ESCAPE -> {
                view.requestFocus();
                yield true;
            }
            case TAB -> step(event.isShiftDown() ? -1 : 1);
            case LEFT -> step(-1);
            case RIGHT -> step(1);
            case UP -> step(-columns);
            case DOWN -> step(columns);
            default -> false;
        };
        if (used) {
            event.consume();
        }
    }

    private boolean step(int by) {
        List<Button> all = buttonsShown().toList();
        int at = all.indexOf(pad.getScene().getFocusOwner());
        if (at >= 0 && at + by >= 0 && at + by < all.size()) {
            all.get(at + by).requestFocus();
        }
        return true;
    }

    private boolean hasFocus() {
        return pad.getScene() != null && buttonsShown().anyMatch(Node::isFocused);
    }

    private void refill(Set<ElementId> selection) {
        Optional<BpmnElement> one = selection.size() == 1
                ? model.session().diagram().element(selection.iterator().next())
                : Optional.empty();
        Optional<PadEntries> entries =
                one.map(element -> new PadEntries(model.session().diagram(), element));
        List<Object> now = entries.map(PadEntries::meaning).orElse(List.of("several"));
        if (now.equals(filledFor)) {
            return;
        }
        filledFor = now;
        commands.unsubscribe();
        commands = Subscription.EMPTY;
        if (hasFocus()) {
            view.requestFocus();
        }
        pad.getChildren().clear();
        if (one.isPresent() && entries.isPresent()) {
            fill(forOne(one.get(), entries.get()), COLUMNS);
        } else {
            List<Node> many = new ArrayList<>();
            for (String id : FOR_MANY) {
                PadButtons.Offered offered = buttons.command(id);
                many.add(offered.node());
                commands = commands.and(offered.following());
            }
            fill(many, COLUMNS_FOR_MANY);
        }
    }

    private void fill(List<Node> entries, int columns) {
        for (int i = 0; i < entries.size(); i++) {
            pad.add(entries.get(i), i % columns, i / columns);
        }
    }

    private List<Node> forOne(BpmnElement element, PadEntries offered) {
        List<Node> entries = new ArrayList<>();
        ElementId id = element.id();
        offered.appends()
                .forEach(append -> entries.add(buttons.append(id, append, icons.of(append.kind(), PadButtons.ICON))));
        if (offered.canAppendMore()) {
            entries.add(buttons.entry("append", sign(Material2AL.ADD), () -> menus.append(id)));
        }
        if (offered.canConnect()) {
            entries.add(buttons.connect(id));
        }
        if (offered.isSwimlane()) {
            entries.addAll(lanes(id, offered));
        }
        if (offered.canReplace()) {
            entries.add(buttons.entry("replace", sign(Material2OutlinedAL.BUILD), () -> menus.replace(id)));
        }
        if (model.planeInside(id).isPresent()) {
            entries.add(buttons.entry("open", sign(Material2OutlinedAL.LAUNCH), () -> model.drillDown(id)));
        }
        if (offered.canToggleExpanded()) {
            String toggle = offered.isExpanded() ? "collapse" : "expand";
            entries.add(buttons.entry(
                    toggle,
                    sign(offered.isExpanded() ? Material2MZ.UNFOLD_LESS : Material2MZ.UNFOLD_MORE),
                    () -> buttons.run("arrange.toggleExpanded")));
        }
        entries.add(buttons.entry("rename", sign(Material2OutlinedAL.EDIT), () -> labels.open(id)));
        entries.add(buttons.entry("colour", sign(Material2OutlinedMZ.PALETTE), () -> buttons.run("edit.colour")));
        entries.add(buttons.entry("delete", sign(Material2OutlinedAL.DELETE), view::deleteSelection));
        return entries;
    }

    private List<Button> lanes(ElementId id, PadEntries offered) {
        List<Button> entries = new ArrayList<>();
        entries.add(buttons.entry(
                "lane-above", ShapeIcon.LANE_ABOVE.node(), () -> model.session().execute(new AddLane(id, false))));
        entries.add(buttons.entry(
                "lane-below", ShapeIcon.LANE_BELOW.node(), () -> model.session().execute(new AddLane(id, true))));
        if (!offered.isDivided()) {
            entries.add(buttons.entry(
                    "divide-two",
                    ShapeIcon.DIVIDE_TWO.node(),
                    () -> model.session().execute(new SplitLane(id, 2))));
            entries.add(buttons.entry(
                    "divide-three",
                    ShapeIcon.DIVIDE_THREE.node(),
                    () -> model.session().execute(new SplitLane(id, 3))));
        }
        return entries;
    }

    private static Node sign(org.kordamp.ikonli.Ikon icon) {
        return new FontIcon(icon);
    }
}
