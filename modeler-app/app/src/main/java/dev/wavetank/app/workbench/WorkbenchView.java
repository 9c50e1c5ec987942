package dev.wavetank.app.workbench;

import dev.wavetank.app.i18n.Messages;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The whole window: menus and tools above, the palette at the left, documents in the middle, panels at the right
/// and below, the status line at the bottom. It knows no feature; all parts are handed in.
public final class WorkbenchView extends BorderPane {
    /// A narrower toolbar has pictures only.
    private static final double ROOM_FOR_WORDS = 960;
    private static final double RIGHT_USUAL = 0.77;
    private static final double BOTTOM_USUAL = 0.66;

    private final Messages messages;
    private final SplitMemory memory;
    private final SplitPane across = new SplitPane();
    private final SplitPane down = new SplitPane();
    private final PanelArea right;
    private final PanelArea bottom;
    private final Areas areas;

    /// The parts that make the window.
    public record Parts(
            List<MenuSpec> menus,
            List<String> toolbar,
            Region palette,
            Node documents,
            List<Panel> right,
            List<Panel> bottom,
            StatusBar status) {}

    public WorkbenchView(
            Messages messages,
            CommandRegistry commands,
            KeyMap keys,
            Settings settings,
            LayoutModel layout,
            Parts parts) {
        this.messages = messages;
        this.memory = new SplitMemory(settings.dividers());
        var menus = new Menus(messages, commands, keys);
        MenuBar bar = menus.bar(parts.menus());
        bar.setUseSystemMenuBar(true);
        setTop(new VBox(bar, toolbar(menus, parts.toolbar(), layout)));

        var strip = new ScrollPane(parts.palette());
        strip.getStyleClass().add("palette-scroll");
        strip.setFitToWidth(true);
        strip.setFitToHeight(true);
        strip.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        strip.setVbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        strip.setMinWidth(Region.USE_PREF_SIZE);
        setLeft(strip);
        right = new PanelArea(messages, parts.right());
        bottom = new PanelArea(messages, parts.bottom());
        down.setOrientation(Orientation.VERTICAL);
        down.getItems().setAll(parts.documents());
        across.getItems().setAll(down);
        setCenter(across);
        setBottom(parts.status());
        SplitPane.setResizableWithParent(right, false);
        SplitPane.setResizableWithParent(bottom, false);
        areas = new Areas(List.of(getTop(), strip, parts.documents(), right, bottom, parts.status()));
        layout.rightProperty().subscribe(shown -> toggle(across, right, shown, "right", RIGHT_USUAL));
        layout.bottomProperty().subscribe(shown -> toggle(down, bottom, shown, "bottom", BOTTOM_USUAL));
    }

    /// Brings a panel to the front; its side is shown if it was hidden.
    public void reveal(String panelId, LayoutModel layout) {
        if (right.holds(panelId)) {
            layout.rightProperty().set(true);
            right.select(panelId);
        } else {
            layout.bottomProperty().set(true);
            bottom.select(panelId);
        }
    }

    /// Gives the keyboard to the next part of the window, or the one before.
    public void nextArea(boolean forward) {
        if (forward) {
            areas.forward();
        } else {
            areas.back();
        }
    }

    /// Where the dividers stand, to be remembered.
    public java.util.Map<String, Double> dividers() {
        return memory.positions();
    }

    private void toggle(SplitPane pane, Node side, boolean shown, String name, double usual) {
        if (!shown) {
            pane.getItems().remove(side);
        } else if (!pane.getItems().contains(side)) {
            pane.getItems().add(side);
            memory.follow(pane, name, usual);
        }
    }

    private Node toolbar(Menus menus, List<String> ids, LayoutModel layout) {
        var bar = new HBox();
        bar.getStyleClass().add("app-toolbar");
        for (String id : ids) {
            if ("-".equals(id)) {
                bar.getChildren().add(new Separator(Orientation.VERTICAL));
            } else if (id.startsWith("+")) {
                bar.getChildren().add(menus.labelled(id.substring(1)));
            } else {
                bar.getChildren().add(menus.button(id));
            }
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.getChildren().addAll(gap, bottomToggle(layout), rightToggle(layout));
        bar.widthProperty()
                .map(width -> width.doubleValue() < ROOM_FOR_WORDS)
                .subscribe(narrow -> bar.getChildren().forEach(node -> {
                    if (node instanceof Button button) {
                        button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
                    }
                }));
        return bar;
    }

    private ToggleButton rightToggle(LayoutModel layout) {
        var toggle = new ToggleButton(null, new FontIcon(Material2OutlinedMZ.TUNE));
        toggle.setId("toggle-right");
        toggle.selectedProperty().bindBidirectional(layout.rightProperty());
        return named(toggle, AppCommand.words("view.rightPanel"));
    }

    private ToggleButton bottomToggle(LayoutModel layout) {
        var toggle = new ToggleButton(null, new FontIcon(Material2OutlinedAL.CALL_TO_ACTION));
        toggle.setId("toggle-bottom");
        toggle.selectedProperty().bindBidirectional(layout.bottomProperty());
        return named(toggle, AppCommand.words("view.bottomPanel"));
    }

    private ToggleButton named(ToggleButton toggle, String key) {
        toggle.setTooltip(new Tooltip(messages.text(key)));
        toggle.setAccessibleText(messages.text(key));
        return toggle;
    }
}
