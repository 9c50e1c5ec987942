package dev.wavetank.app.menu;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.edit.command.Colours;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/// A small palette: the usual pairs of colours, and any other one with a border that goes with it.
public final class ColourMenu extends VBox {
    /// A pair that has a name.
    ///
    /// @param colours empty is the theme's own
    public record Named(String id, Optional<Colours> colours) {}

    /// The pairs that the field's tools share, so that a diagram looks at home in each of them.
    public static final List<Named> NAMED = List.of(
            new Named("none", Optional.empty()),
            named("blue", "#bbdefb", "#0d4372"),
            named("orange", "#ffe0b2", "#6b3c00"),
            named("green", "#c8e6c9", "#205022"),
            named("red", "#ffcdd2", "#831311"),
            named("purple", "#e1bee7", "#5b176d"));

    private static final double DARKER = 0.35;

    private final Messages messages;
    private final ColorPicker other = new ColorPicker(Color.web("#fff9c4"));
    private Consumer<Optional<Colours>> take = _ -> {};
    private Runnable closed = () -> {};

    public ColourMenu(Messages messages) {
        super(8);
        this.messages = messages;
        setId("colour-menu");
        getStyleClass().add("element-menu");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var swatches = new HBox(4);
        NAMED.forEach(named -> swatches.getChildren().add(swatch(named)));
        other.setId("colour-other");
        other.setAccessibleText(messages.text("colour.other"));
        other.setOnAction(_ -> chosen(Optional.of(around(other.getValue()))));
        var words = new Label(messages.text("colour.other"));
        words.setLabelFor(other);
        var custom = new HBox(8, words, other);
        custom.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(swatches, custom);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                closed.run();
                event.consume();
            }
        });
        close();
    }

    /// @param taken gets the colours; empty for the theme's own
    /// @param ended runs when it closes
    public void open(Consumer<Optional<Colours>> taken, Runnable ended) {
        take = taken;
        closed = ended;
        setVisible(true);
        setManaged(true);
        lookup("#colour-none").requestFocus();
    }

    public void close() {
        setVisible(false);
        setManaged(false);
    }

    private void chosen(Optional<Colours> colours) {
        close();
        take.accept(colours);
        closed.run();
    }

    private Node swatch(Named named) {
        var button = new Button();
        button.setId("colour-" + named.id());
        button.getStyleClass().add("swatch");
        named.colours()
                .ifPresent(colours -> button.setStyle(
                        "-fx-background-color: %s; -fx-border-color: %s;".formatted(colours.fill(), colours.stroke())));
        String words = messages.text("colour." + named.id());
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(_ -> chosen(named.colours()));
        return button;
    }

    /// A paper of that colour, with a border of the same hue that can be told from it.
    static Colours around(Color fill) {
        Color stroke = fill.getBrightness() < 0.45
                ? fill.interpolate(Color.WHITE, 1 - DARKER)
                : Color.hsb(fill.getHue(), Math.min(1, fill.getSaturation() + 0.5), DARKER);
        return new Colours(hex(fill), hex(fill.getSaturation() < 0.05 ? Color.gray(DARKER) : stroke));
    }

    private static String hex(Color color) {
        return "#%02x%02x%02x"
                .formatted(
                        Math.round(color.getRed() * 255),
                        Math.round(color.getGreen() * 255),
                        Math.round(color.getBlue() * 255))
                .toLowerCase(Locale.ROOT);
    }

    private static Named named(String id, String fill, String stroke) {
        return new Named(id, Optional.of(new Colours(fill, stroke)));
    }
}
