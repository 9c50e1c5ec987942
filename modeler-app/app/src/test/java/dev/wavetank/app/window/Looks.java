package dev.wavetank.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/// What can be seen to be wrong with a scene without a person: texts that are cut, and texts that are too faint for
/// what is behind them.
final class Looks {
    /// WCAG 2.2, level AA, for text of ordinary size.
    static final double LEAST_CONTRAST = 4.5;

    private final Parent root;

    Looks(Parent root) {
        this.root = root;
    }

    /// Texts that end in dots although nobody meant them to. Cells of tables and lists show the whole on hover.
    List<String> cut() {
        return texts().stream()
                .filter(text -> text.getParent() instanceof Labeled)
                .filter(text -> {
                    var label = (Labeled) text.getParent();
                    return !(label instanceof Cell<?>)
                            && label.getTooltip() == null
                            && !label.getStyleClass().contains("small")
                            && text.getText().contains(label.getEllipsisString())
                            && !label.getText().contains(label.getEllipsisString());
                })
                .map(text -> ((Labeled) text.getParent()).getText() + " is cut to " + text.getText())
                .distinct()
                .toList();
    }

    /// Enabled texts with less contrast than they need.
    List<String> faint() {
        List<String> found = new ArrayList<>();
        for (Text text : texts()) {
            if (text.getFill() instanceof Color fill
                    && !disabled(text)
                    && !text.getText().isBlank()) {
                behind(text).ifPresent(ground -> {
                    double contrast = contrast(over(fill, ground), ground);
                    if (contrast < LEAST_CONTRAST) {
                        found.add("%s: %.2f, %s on %s".formatted(text.getText(), contrast, fill, ground));
                    }
                });
            }
        }
        return found.stream().distinct().toList();
    }

    private List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        collect(root, texts);
        return texts;
    }

    private void collect(Node node, List<Text> into) {
        if (!node.isVisible() || node.getOpacity() < 0.1) {
            return;
        }
        if (node instanceof Text text && onScreen(text) && !text.getStyleClass().contains("ikonli-font-icon")) {
            into.add(text);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private boolean onScreen(Text text) {
        Bounds box = text.localToScene(text.getLayoutBounds());
        return box.getWidth() > 0
                && root.getScene() != null
                && box.intersects(
                        0, 0, root.getScene().getWidth(), root.getScene().getHeight());
    }

    private static boolean disabled(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.isDisabled() || at.getOpacity() < 1) {
                return true;
            }
        }
        return false;
    }

    /// The colour that is painted behind a node: what its ancestors fill, from the first opaque one up.
    private static Optional<Color> behind(Node node) {
        List<Color> layers = new ArrayList<>();
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Region region) {
                Optional<Color> fill = fill(region);
                fill.ifPresent(layers::add);
                if (fill.filter(Color::isOpaque).isPresent()) {
                    Color mixed = layers.getLast();
                    for (int i = layers.size() - 2; i >= 0; i--) {
                        mixed = over(layers.get(i), mixed);
                    }
                    return Optional.of(mixed);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Color> fill(Region region) {
        Background background = region.getBackground();
        if (background == null || background.getFills().isEmpty()) {
            return Optional.empty();
        }
        BackgroundFill last = background.getFills().getLast();
        return last.getFill() instanceof Color color && color.getOpacity() > 0 ? Optional.of(color) : Optional.empty();
    }

    static Color over(Color above, Color below) {
        double a = above.getOpacity();
        return Color.color(
                above.getRed() * a + below.getRed() * (1 - a),
                above.getGreen() * a + below.getGreen() * (1 - a),
                above.getBlue() * a + below.getBlue() * (1 - a));
    }

    static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
