package dev.wavetank.app.menu;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.edit.command.NodeKind;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu of elements: one types what one wants, goes there with the arrows and takes it with Enter; or browses,
/// clicks, or drags an entry to its place. Escape closes it.
public final class ElementMenu extends VBox {
    public static final double WIDTH = 400;
    public static final double HEIGHT = 440;
    private static final double DRAG_BEGINS = 6;

    /// What happens with what is chosen.
    public interface Host {
        /// It was taken by key or click.
        void chosen(MenuEntry entry);

        /// A drag of it began; moves and the end follow. The menu is hidden by then.
        void dragBegan(MenuEntry entry);

        void dragged(MouseEvent event);

        void dropped(MouseEvent event);

        /// The menu was closed without a choice.
        void closed();
    }

    private final ElementMenuModel model;
    private final Messages messages;
    private final Function<NodeKind, Node> icons;
    private final Label title = new Label();
    private final HBox toggles = new HBox();
    private final TextField field = new TextField();
    private final Label none = new Label();
    private final ListView<MenuRow> list;
    private Host host = new Nobody();
    private boolean dragging;

    /// @param icons draws what a kind looks like
    public ElementMenu(Messages messages, ElementMenuModel model, Function<NodeKind, Node> icons) {
        super(6);
        this.messages = messages;
        this.model = model;
        this.icons = icons;
        setId("element-menu");
        getStyleClass().add("element-menu");
        setAccessibleRole(AccessibleRole.PARENT);
        setMinSize(WIDTH, 0);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        title.getStyleClass().add("menu-title");
        toggles.setId("menu-toggles");
        toggles.setAlignment(Pos.CENTER_RIGHT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, toggles);
        head.setAlignment(Pos.CENTER_LEFT);
        field.setId("menu-field");
        field.setPromptText(messages.text("menu.search"));
        field.textProperty().bindBidirectional(model.soughtProperty());
        list = new ListView<>(model.rows());
        list.setId("menu-list");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new RowCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        none.getStyleClass().add("hint");
        none.setWrapText(true);
        list.setPlaceholder(none);
        getChildren().addAll(head, field, list);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        model.atProperty().subscribe(at -> select(at.intValue()));
        none.textProperty().bind(field.textProperty().map(sought -> messages.text("menu.none", sought)));
        close();
    }

    /// Opens it for some entries.
    public void open(String words, List<MenuEntry> entries, List<MenuToggle> switches, Host who) {
        host = who;
        title.setText(words);
        setAccessibleText(words);
        field.setAccessibleText(words);
        toggles.getChildren().setAll(switches.stream().map(this::toggle).toList());
        model.offer(entries);
        list.scrollTo(0);
        setVisible(true);
        setManaged(true);
        Platform.runLater(field::requestFocus); // later: the letter that opened it is not meant for the field
    }

    public boolean isOpen() {
        return isVisible();
    }

    public void close() {
        setVisible(false);
        setManaged(false);
    }

    private void select(int row) {
        if (row >= 0 && row < model.rows().size()) {
            list.getSelectionModel().clearAndSelect(row);
            boolean underHeading = row > 0 && model.rows().get(row - 1) instanceof MenuRow.Heading;
            reveal(underHeading ? row - 1 : row, row);
        }
    }

    /// Scrolls no more than it must, so that the list stands still while one goes through what can be seen.
    private void reveal(int first, int last) {
        var shown = list.lookupAll(".list-cell").stream()
                .filter(ListCell.class::isInstance)
                .map(cell -> (ListCell<?>) cell)
                .filter(cell -> cell.isVisible()
                        && !cell.isEmpty()
                        && cell.getBoundsInParent().getMinY() >= -1
                        && cell.localToScene(cell.getBoundsInLocal()).getMaxY()
                                <= list.localToScene(list.getBoundsInLocal()).getMaxY())
                .mapToInt(ListCell::getIndex)
                .summaryStatistics();
        if (shown.getCount() == 0 || first < shown.getMin()) {
            list.scrollTo(first);
        } else if (last > shown.getMax()) {
            list.scrollTo(Math.max(0, first - (int) shown.getCount() + 2));
        }
    }

    private ToggleButton toggle(MenuToggle toggle) {
        var button = new ToggleButton(null, new FontIcon(toggle.icon()));
        button.setId("menu-toggle-" + toggle.id());
        button.setSelected(toggle.on());
        button.setTooltip(new Tooltip(toggle.words()));
        button.setAccessibleText(toggle.words());
        button.setOnAction(_ -> toggle.switched().run());
        return button;
    }

    private void pressed(KeyEvent event) {
        Runnable action = switch (event.getCode()) {
            case UP -> () -> model.move(-1);
            case DOWN -> () -> model.move(1);
            case PAGE_UP -> () -> model.moveGroup(-1);
            case PAGE_DOWN -> () -> model.moveGroup(1);
            case ENTER -> event.getTarget() instanceof ToggleButton ? null : this::choose;
            case ESCAPE -> this::giveUp;
            default -> null;
        };
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    private void choose() {
        model.chosen().ifPresent(this::choose);
    }

    private void choose(MenuEntry entry) {
        model.use(entry);
        close();
        host.chosen(entry);
    }

    private void giveUp() {
        close();
        host.closed();
    }

    private void drag(MenuEntry entry, MouseEvent event, boolean far) {
        if (!dragging && far) {
            dragging = true;
            model.use(entry);
            setOpacity(0);
            host.dragBegan(entry);
        }
        if (dragging) {
            host.dragged(event);
        }
    }

    private void released(MenuEntry entry, MouseEvent event, boolean inside) {
        if (dragging) {
            dragging = false;
            setOpacity(1);
            close();
            host.dropped(event);
        } else if (inside) {
            choose(entry);
        }
    }

    /// A heading, or an entry with its picture, its name and what it is for.
    private final class RowCell extends ListCell<MenuRow> {
        private final Label name = new Label();
        private final Label description = new Label();
        /// A long description is cut in the list.
        private final Tooltip whole = new Tooltip();
        private final VBox words = new VBox(name, description);
        private final HBox line = new HBox(10);
        private double pressedX;
        private double pressedY;

        RowCell() {
            description.getStyleClass().add("hint");
            description.setTooltip(whole);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                if (!(getItem() instanceof MenuRow.Choice)) {
                    event.consume(); // a heading is not selected
                }
                pressedX = event.getScreenX();
                pressedY = event.getScreenY();
            });
            setOnMouseMoved(_ -> entry(entry -> model.atProperty().set(getIndex())));
            setOnMouseDragged(event -> entry(entry -> drag(
                    entry,
                    event,
                    Math.hypot(event.getScreenX() - pressedX, event.getScreenY() - pressedY) > DRAG_BEGINS)));
            setOnMouseReleased(event -> entry(entry -> released(entry, event, contains(event.getX(), event.getY()))));
        }

        private void entry(Consumer<MenuEntry> action) {
            if (getItem() instanceof MenuRow.Choice(MenuEntry entry)) {
                action.accept(entry);
            }
        }

        @Override
        protected void updateItem(@Nullable MenuRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("heading", "choice");
            setId(null);
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
            if (empty || row == null) {
                return;
            }
            switch (row) {
                case MenuRow.Heading(String heading) -> {
                    getStyleClass().add("heading");
                    setText(heading);
                    setAccessibleText(heading);
                }
                case MenuRow.Choice(MenuEntry entry) -> show(entry);
            }
        }

        private void show(MenuEntry entry) {
            getStyleClass().add("choice");
            setId("menu-entry-" + entry.id());
            name.setText(entry.name());
            description.setText(entry.warning().isEmpty() ? entry.description() : entry.warning());
            whole.setText(description.getText());
            description.getStyleClass().removeAll("unsafe");
            if (!entry.warning().isEmpty()) {
                description.getStyleClass().add("unsafe");
            }
            line.getChildren().setAll(icons.apply(entry.kind()), words);
            setGraphic(line);
            setAccessibleText(
                    messages.text("menu.entry", entry.name(), entry.category(), entry.description(), entry.warning()));
        }
    }

    private static final class Nobody implements Host {
        @Override
        public void chosen(MenuEntry entry) {}

        @Override
        public void dragBegan(MenuEntry entry) {}

        @Override
        public void dragged(MouseEvent event) {}

        @Override
        public void dropped(MouseEvent event) {}

        @Override
        public void closed() {}
    }
}
