package dev.wavetank.app.canvas;

import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.paint.Theme;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;

/// The pictures of kinds for palette, pad and menus, in the colours of the theme.
public final class KindIcons {
    private final ObservableValue<Theme> theme;
    private final FxFonts fonts = new FxFonts();
    private final Map<NodeKind, KindPicture> pictures = new HashMap<>();

    public KindIcons(ObservableValue<Theme> theme) {
        this.theme = theme;
        theme.subscribe(_ -> pictures.clear());
    }

    /// A new node that shows it as the theme is now.
    ///
    /// @param side of the square, in pixels
    public Node of(NodeKind kind, double side) {
        var canvas = new Canvas(side, side);
        canvas.setMouseTransparent(true);
        paint(canvas, kind, side);
        return canvas;
    }

    /// One that stays for as long as the program runs, and follows the theme.
    public Node lasting(NodeKind kind, double side) {
        var canvas = new Canvas(side, side);
        canvas.setMouseTransparent(true);
        theme.subscribe(_ -> paint(canvas, kind, side));
        return canvas;
    }

    private void paint(Canvas canvas, NodeKind kind, double side) {
        var graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, side, side);
        pictures.computeIfAbsent(kind, known -> KindPicture.of(known, theme.getValue()))
                .paint(new FxSurface(graphics, fonts), side);
    }
}
