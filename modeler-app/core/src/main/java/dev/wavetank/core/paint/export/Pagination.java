package dev.wavetank.core.paint.export;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Scene;
import dev.wavetank.core.paint.Theme;
import java.util.ArrayList;
import java.util.List;

/// Cuts drawings into pages.
final class Pagination {
    /// A DI unit is a pixel of 1/96 inch.
    static final double POINTS_PER_UNIT = 0.75;
    /// How much of a poster's sheet is repeated on the next one, in points, to glue them together.
    private static final double OVERLAP = 18;

    private Pagination() {}

    static List<DrawnPage> pages(Scene scene, Theme theme, Bounds view, PageSetup setup) {
        return switch (setup) {
            case PageSetup.AsDrawn() ->
                List.of(new DrawnPage(
                        scene,
                        theme,
                        view.width() * POINTS_PER_UNIT,
                        view.height() * POINTS_PER_UNIT,
                        view,
                        0,
                        0,
                        POINTS_PER_UNIT));
            case PageSetup.Sheets sheets -> {
                PageSetup.Sheets lying = lying(sheets, view);
                yield sheets.fit() == PageSetup.Fit.TILES
                        ? tiles(scene, theme, view, lying)
                        : List.of(whole(scene, theme, view, lying));
            }
        };
    }

    private static PageSetup.Sheets lying(PageSetup.Sheets sheets, Bounds view) {
        boolean turn = sheets.turns() && (view.width() > view.height()) != (sheets.width() > sheets.height());
        return turn ? sheets.turned() : sheets;
    }

    /// In the middle of the sheet, never larger than it is.
    private static DrawnPage whole(Scene scene, Theme theme, Bounds view, PageSetup.Sheets sheet) {
        Bounds area = sheet.area();
        double scale = Math.min(POINTS_PER_UNIT, Math.min(area.width() / view.width(), area.height() / view.height()));
        double left = area.x() + (area.width() - view.width() * scale) / 2;
        double top = area.y() + (area.height() - view.height() * scale) / 2;
        return new DrawnPage(scene, theme, sheet.width(), sheet.height(), view, left, top, scale);
    }

    private static List<DrawnPage> tiles(Scene scene, Theme theme, Bounds view, PageSetup.Sheets sheet) {
        Bounds area = sheet.area();
        double width = area.width() / POINTS_PER_UNIT;
        double height = area.height() / POINTS_PER_UNIT;
        if (view.width() <= width && view.height() <= height) {
            return List.of(whole(scene, theme, view, sheet));
        }
        double overlap = OVERLAP / POINTS_PER_UNIT;
        List<DrawnPage> pages = new ArrayList<>();
        for (double y = view.y(); pages.isEmpty() || y + overlap < view.bottom(); y += height - overlap) {
            double tall = Math.min(height, view.bottom() - y);
            for (double x = view.x(); x == view.x() || x + overlap < view.right(); x += width - overlap) {
                Bounds part = new Bounds(x, y, Math.min(width, view.right() - x), tall);
                if (scene.in(part).isEmpty()) {
                    continue; // a sheet with nothing on it is not printed
                }
                pages.add(new DrawnPage(
                        scene, theme, sheet.width(), sheet.height(), part, area.x(), area.y(), POINTS_PER_UNIT));
            }
        }
        return pages;
    }
}
