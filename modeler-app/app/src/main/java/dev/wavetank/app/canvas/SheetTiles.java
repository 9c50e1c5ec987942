package dev.wavetank.app.canvas;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.DiagramPainter;
import dev.wavetank.core.paint.Outline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;

/// The picture of the sheet, in square canvases laid beside each other. When the view moves they move with it, and
/// only those that come into view are painted: moving pixels costs a small part of painting them.
///
/// Tiles lie at whole pixels from the view's corner, so that a moved one shows just what a painted one would.
final class SheetTiles {
    private static final double SIDE = 512;
    /// A view moved by whole pixels is off by rounding alone.
    private static final double WHOLE = 1e-3;

    private final Group node = new Group();
    private final FxFonts fonts = new FxFonts();
    private final Painter painter;
    private final Map<Cell, Tile> laid = new HashMap<>();
    private final Deque<Tile> spare = new ArrayDeque<>();
    /// The point of the plane at the corner of the first cell, and the scale that the tiles are painted at.
    private double left;

    private double top;
    private double scale;

    /// Paints part of the plane, in DI units, onto a surface that already maps them to its own.
    interface Painter {
        void paint(FxSurface surface, Bounds part, double scale);
    }

    private record Cell(int column, int row) {}

    private record Tile(Canvas canvas, FxSurface surface) {}

    SheetTiles(Painter painter) {
        this.painter = painter;
        node.setMouseTransparent(true);
        node.setManaged(false);
    }

    Node node() {
        return node;
    }

    /// Shows what the viewport sees.
    ///
    /// @param stale all of it has to be painted
    /// @param dirty else the part of the plane that has to be, if any
    void show(CanvasViewport viewport, boolean stale, Optional<Bounds> dirty) {
        Bounds visible = viewport.visible();
        double width = visible.width() * viewport.scale();
        double height = visible.height() * viewport.scale();
        double dx = (left - visible.x()) * viewport.scale();
        double dy = (top - visible.y()) * viewport.scale();
        boolean anew = stale || viewport.scale() != scale || !isWhole(dx) || !isWhole(dy);
        if (anew) {
            left = visible.x();
            top = visible.y();
            scale = viewport.scale();
            dx = 0;
            dy = 0;
        }
        lay(Math.rint(dx), Math.rint(dy), width, height, anew, dirty);
    }

    private static boolean isWhole(double pixels) {
        return Math.abs(pixels - Math.rint(pixels)) < WHOLE;
    }

    private void lay(double dx, double dy, double width, double height, boolean anew, Optional<Bounds> dirty) {
        int fromColumn = (int) Math.floor(-dx / SIDE);
        int toColumn = (int) Math.ceil((width - dx) / SIDE);
        int fromRow = (int) Math.floor(-dy / SIDE);
        int toRow = (int) Math.ceil((height - dy) / SIDE);
        for (Iterator<Map.Entry<Cell, Tile>> all = laid.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Cell, Tile> entry = all.next();
            Cell cell = entry.getKey();
            if (cell.column < fromColumn || cell.column >= toColumn || cell.row < fromRow || cell.row >= toRow) {
                entry.getValue().canvas.setVisible(false);
                spare.push(entry.getValue());
                all.remove();
            }
        }
        for (int row = fromRow; row < toRow; row++) {
            for (int column = fromColumn; column < toColumn; column++) {
                var cell = new Cell(column, row);
                Tile known = laid.get(cell);
                Tile tile = known == null ? put(cell) : known;
                if (known == null || anew) {
                    paint(tile, cell, new Bounds(0, 0, SIDE, SIDE));
                } else {
                    dirty.flatMap(part -> onTile(part, cell)).ifPresent(box -> paint(tile, cell, box));
                }
                tile.canvas.relocate(column * SIDE + dx, row * SIDE + dy);
            }
        }
    }

    private Tile put(Cell cell) {
        Tile tile = spare.isEmpty() ? tile() : spare.pop();
        tile.canvas.setVisible(true);
        laid.put(cell, tile);
        return tile;
    }

    private Tile tile() {
        var canvas = new Canvas(SIDE, SIDE);
        node.getChildren().add(canvas);
        return new Tile(canvas, new FxSurface(canvas.getGraphicsContext2D(), fonts));
    }

    private Optional<Bounds> onTile(Bounds part, Cell cell) {
        Bounds area = part.inflate(DiagramPainter.SLACK);
        return FxSurface.whole(
                new Bounds(
                        (area.x() - left) * scale - cell.column * SIDE,
                        (area.y() - top) * scale - cell.row * SIDE,
                        area.width() * scale,
                        area.height() * scale),
                new Bounds(0, 0, SIDE, SIDE));
    }

    /// @param box what of the tile, in its pixels
    private void paint(Tile tile, Cell cell, Bounds box) {
        double x = left + cell.column * SIDE / scale;
        double y = top + cell.row * SIDE / scale;
        FxSurface surface = tile.surface;
        surface.save();
        if (box.width() < SIDE || box.height() < SIDE) {
            surface.clip(Outline.box(box));
        }
        surface.scale(scale);
        surface.translate(-x, -y);
        painter.paint(
                surface,
                new Bounds(x + box.x() / scale, y + box.y() / scale, box.width() / scale, box.height() / scale),
                scale);
        surface.restore();
    }
}
