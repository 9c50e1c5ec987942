package dev.wavetank.app;

import dev.wavetank.app.canvas.CanvasView;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.feature.clipboard.ClipboardActions;
import dev.wavetank.app.menu.ColourMenu;
import dev.wavetank.app.workbench.CommandRegistry;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.AlignElements;
import dev.wavetank.core.edit.command.AlignElements.Line;
import dev.wavetank.core.edit.command.DistributeElements;
import dev.wavetank.core.edit.command.GroupElements;
import dev.wavetank.core.edit.command.SetColour;
import dev.wavetank.core.edit.command.ToggleExpanded;
import dev.wavetank.core.layout.LayoutDiagram;
import dev.wavetank.core.layout.LayoutSelection;
import dev.wavetank.core.rules.ShapeRules;
import java.util.Set;
import java.util.function.BiPredicate;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The commands that work on what is selected: the menus of elements, the clipboard, colours, putting in line and
/// laying out.
final class ArrangeCommands {
    private final Commands all;
    private final CommandRegistry commands;
    private final ObservableBooleanValue diagram;
    private final ObservableBooleanValue some;
    private final ObservableBooleanValue two;

    ArrangeCommands(Commands all, CommandRegistry commands) {
        this.all = all;
        this.commands = commands;
        this.diagram = selected((_, _) -> true);
        this.some = selected((_, selection) -> !selection.isEmpty());
        this.two = selected((session, selection) -> movable(session, selection) > 1);
    }

    void register(ClipboardActions clipboard) {
        ObservableBooleanValue one = selected((_, selection) -> selection.size() == 1);
        commands.add("edit.create", Material2AL.ADD, diagram, () -> all.canvas(CanvasView::createMenu));
        commands.add("edit.append", one, () -> all.canvas(CanvasView::appendMenu));
        commands.add("edit.replace", Material2OutlinedAL.BUILD, one, () -> all.canvas(CanvasView::replaceMenu));
        commands.add("edit.cut", Material2OutlinedAL.CONTENT_CUT, some, clipboard::cut);
        commands.add("edit.copy", Material2OutlinedAL.CONTENT_COPY, some, clipboard::copy);
        commands.add("edit.paste", Material2OutlinedAL.CONTENT_PASTE, diagram, clipboard::paste);
        commands.add("edit.duplicate", Material2OutlinedAL.CONTROL_POINT_DUPLICATE, some, clipboard::duplicate);
        commands.add("edit.copyPicture", diagram, clipboard::copyPicture);
        colours();
        lines();
        layout();
        openAndClose();
    }

    private void colours() {
        commands.add("edit.colour", Material2OutlinedMZ.PALETTE, some, () -> all.canvas(CanvasView::colourMenu));
        ColourMenu.NAMED.forEach(named -> commands.add(
                "colour." + named.id(),
                some,
                () -> all.session(session -> session.execute(new SetColour(selection(session), named.colours())))));
    }

    private void lines() {
        align("arrange.alignLeft", Material2AL.ALIGN_HORIZONTAL_LEFT, Line.LEFT);
        align("arrange.alignCenter", Material2AL.ALIGN_HORIZONTAL_CENTER, Line.CENTER);
        align("arrange.alignRight", Material2AL.ALIGN_HORIZONTAL_RIGHT, Line.RIGHT);
        align("arrange.alignTop", Material2AL.ALIGN_VERTICAL_TOP, Line.TOP);
        align("arrange.alignMiddle", Material2AL.ALIGN_VERTICAL_CENTER, Line.MIDDLE);
        align("arrange.alignBottom", Material2AL.ALIGN_VERTICAL_BOTTOM, Line.BOTTOM);
        distribute("arrange.distributeHorizontally", Material2AL.HORIZONTAL_DISTRIBUTE, true);
        distribute("arrange.distributeVertically", Material2MZ.VERTICAL_DISTRIBUTE, false);
    }

    private void align(String id, Ikon icon, Line line) {
        commands.add(
                id,
                icon,
                two,
                () -> all.session(session -> session.execute(new AlignElements(selection(session), line))));
    }

    private void distribute(String id, Ikon icon, boolean horizontal) {
        commands.add(
                id,
                icon,
                selected((session, selection) -> movable(session, selection) > 2),
                () -> all.session(session -> session.execute(new DistributeElements(selection(session), horizontal))));
    }

    private void layout() {
        commands.add(
                "arrange.group",
                Material2OutlinedMZ.SELECT_ALL,
                some,
                () -> all.session(session -> session.execute(new GroupElements(selection(session)))));
        commands.add(
                "arrange.layout",
                Material2OutlinedAL.ACCOUNT_TREE,
                diagram,
                () -> all.session(session -> {
                    session.execute(new LayoutDiagram());
                    all.canvas(canvas -> canvas.model().fit());
                }));
        commands.add(
                "arrange.layoutSelection",
                selected((session, selection) -> new LayoutSelection(selection).isPossible(session.diagram())),
                () -> all.session(session -> session.execute(new LayoutSelection(selection(session)))));
    }

    private void openAndClose() {
        commands.add(
                "arrange.toggleExpanded",
                selected((session, selection) -> selection.size() == 1
                        && new ShapeRules(session.diagram())
                                .canToggleExpanded(selection.iterator().next())
                                .isAllowed()),
                () -> all.session(session -> session.execute(
                        new ToggleExpanded(selection(session).iterator().next()))));
    }

    private static Set<ElementId> selection(DocumentSession session) {
        return session.selectionProperty().get();
    }

    /// How many shapes can be moved each by itself: not lanes, not boundary events, not lines.
    private static long movable(DocumentSession session, Set<ElementId> selection) {
        return selection.stream()
                .filter(id -> session.diagram()
                        .element(id)
                        .filter(element -> !element.type().isConnection()
                                && element.type() != BpmnType.LANE
                                && element.type() != BpmnType.BOUNDARY_EVENT)
                        .isPresent())
                .limit(3)
                .count();
    }

    private ObservableBooleanValue selected(BiPredicate<DocumentSession, Set<ElementId>> possible) {
        return all.flag(session -> session.selectionProperty().map(selection -> possible.test(session, selection)));
    }
}
