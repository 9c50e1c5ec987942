package dev.wavetank.app.feature.tour;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.KeyMap;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// A small card at the bottom left of the window, and a frame around the place it speaks of. Neither is in the way:
/// all else can be used meanwhile.
public final class TourView extends Pane {
    private static final double WIDTH = 320;
    private static final double GAP = 14;
    private static final double AROUND = 4;

    private final Messages messages;
    private final KeyMap keys;
    private final TourViewModel model;
    private final VBox card = new VBox(8);
    private final Label progress = new Label();
    private final Label words = new Label();
    private final Button end = new Button();
    private final Rectangle frame = new Rectangle();

    public TourView(Messages messages, KeyMap keys, TourViewModel model) {
        this.messages = messages;
        this.keys = keys;
        this.model = model;
        setId("tour");
        setPickOnBounds(false);
        setManaged(false);
        frame.getStyleClass().add("tour-frame");
        frame.setMouseTransparent(true);
        frame.setArcWidth(12);
        frame.setArcHeight(12);
        card.getStyleClass().add("tour-card");
        card.setId("tour-card");
        card.setAccessibleRole(AccessibleRole.PARENT);
        card.setPrefWidth(WIDTH);
        var title = new Label(messages.text("tour.title"));
        title.getStyleClass().add("panel-title");
        progress.getStyleClass().addAll("hint", "small");
        words.setId("tour-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        end.setId("tour-end");
        end.setOnAction(_ -> model.end());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(8, progress, gap, end);
        foot.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().addAll(title, words, foot);
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().addAll(frame, card);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addPostLayoutPulseListener(this::place);
            }
        });
        model.stepProperty().subscribe(this::show);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.end();
            event.consume();
        }
    }

    private void show(Optional<TourStep> step) {
        setVisible(step.isPresent());
        step.ifPresent(asked -> {
            boolean last = asked == TourStep.DONE;
            String name = asked.name().toLowerCase(Locale.ROOT);
            String key = keys.keyOf(asked.command())
                    .map(KeyCombination::getDisplayText)
                    .orElse("");
            words.setText(messages.text("tour.step." + name, key));
            progress.setText(messages.text("tour.progress", asked.ordinal() + 1, TourStep.values().length));
            end.setText(messages.text(last ? "tour.finish" : "tour.skip"));
            card.setAccessibleText(progress.getText() + ". " + words.getText());
        });
    }

    /// After each layout of the window, because what is pointed at may have moved.
    private void place() {
        Scene scene = getScene();
        Optional<TourStep> step = model.stepProperty().get();
        if (step.isEmpty() || scene == null) {
            return;
        }
        resizeRelocate(0, 0, scene.getWidth(), scene.getHeight());
        double height = card.prefHeight(WIDTH);
        Bounds canvas = bounds(scene, ".documents-area").orElse(getLayoutBounds());
        card.resizeRelocate(canvas.getMinX() + GAP, canvas.getMaxY() - height - GAP, WIDTH, height);
        Optional<Bounds> target = step.get().places().stream()
                .flatMap(place -> bounds(scene, place).stream())
                .findFirst();
        frame.setVisible(target.isPresent());
        target.ifPresent(box -> {
            frame.setX(Math.max(2, box.getMinX() - AROUND));
            frame.setY(Math.max(2, box.getMinY() - AROUND));
            frame.setWidth(Math.min(scene.getWidth() - 2, box.getMaxX() + AROUND) - frame.getX());
            frame.setHeight(Math.min(scene.getHeight() - 2, box.getMaxY() + AROUND) - frame.getY());
        });
    }

    private static Optional<Bounds> bounds(Scene scene, String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .filter(TourView::seen)
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .filter(box -> box.getWidth() > 0)
                .findFirst();
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
