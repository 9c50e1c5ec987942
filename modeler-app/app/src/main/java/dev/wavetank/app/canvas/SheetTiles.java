package dev.wavetank.app.canvas;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.DiagramPainter;
import dev.wavetank.core.paint.Outline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
    /// Tiles that left the view and are kept as they are, since whoever pans comes back; each takes a megabyte.
    private static final int MOST_OUTSIDE = 6;
    /// A view moved by whole pixels is off by rounding alone.
    private static final double WHOLE = 1e-3;

    private final Group node = new Group();
    private final FxFonts fonts = new FxFonts();
    private final Painter painter;
    /// Those that left the view longest ago come first.
    private final Map<Cell, Tile> laid = new LinkedHashMap<>();
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

    /// Those from one corner to another, the latter not included.
    private record Cells(int fromColumn, int toColumn, int fromRow, int toRow) {
        boolean has(Cell cell) {
            return cell.column >= fromColumn && cell.column < toColumn && cell.row >= fromRow && cell.row < toRow;
        }
    }

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
        var seen = new Cells(
                (int) Math.floor(-dx / SIDE), (int) Math.ceil((width - dx) / SIDE), (int) Math.floor(-dy / SIDE), (int)
                        Math.ceil((height - dy) / SIDE));
        takeUp(seen, anew ? 0 : MOST_OUTSIDE, dirty);
        for (int row = seen.fromRow; row < seen.toRow; row++) {
            for (int column = seen.fromColumn; column < seen.toColumn; column++) {
                var cell = new Cell(column, row);
                Tile known = laid.get(cell);
                Tile tile = known == null ? put(cell) : known;
                if (known == null || anew) {
                    paint(tile, cell, new Bounds(0, 0, SIDE, SIDE));
                } else {
                    dirty.flatMap(part -> onTile(part, cell)).ifPresent(box -> paint(tile, cell, box));
                }
                tile.canvas.setVisible(true);
                tile.canvas.relocate(column * SIDE + dx, row * SIDE + dy);
            }
        }
    }

    /// Takes up what is out of view: all that would have to be painted again, and of the rest all but a few.
    private void takeUp(Cells seen, int kept, Optional<Bounds> dirty) {
        int outside = 0;
        for (Cell cell : laid.keySet()) {
            outside += seen.has(cell) ? 0 : 1;
        }
        for (Iterator<Map.Entry<Cell, Tile>> all = laid.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Cell, Tile> entry = all.next();
            if (seen.has(entry.getKey())) {
                continue;
            }
            entry.getValue().canvas.setVisible(false);
            if (outside > kept
                    || dirty.flatMap(part -> onTile(part, entry.getKey())).isPresent()) {
                spare.push(entry.getValue());
                all.remove();
                outside--;
            }
        }
    }

    private Tile put(Cell cell) {
        Tile tile = spare.isEmpty() ? tile() : spare.pop();
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
