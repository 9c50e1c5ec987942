package dev.wavetank.core.paint.export;

import dev.wavetank.core.geometry.Bounds;

/// How drawings come onto pages.
public sealed interface PageSetup {
    /// The margin that every printer can keep, in points.
    double MARGIN = 28;

    /// Each page is as large as its drawing: for the screen and for other documents.
    record AsDrawn() implements PageSetup {}

    /// Sheets of one size.
    ///
    /// @param width points of the sheet, upright or not
    /// @param height points of the sheet
    /// @param area what of the sheet may be printed on, in points from its upper left corner
    /// @param turns whether a sheet may lie across where the drawing is wide
    record Sheets(double width, double height, Bounds area, boolean turns, Fit fit) implements PageSetup {
        /// A sheet with the same margin all round, which lies as the drawing does.
        public static Sheets of(Paper paper, double margin, Fit fit) {
            Bounds sheet = new Bounds(0, 0, paper.width(), paper.height());
            return new Sheets(paper.width(), paper.height(), sheet.inflate(-margin), true, fit);
        }

        Sheets turned() {
            Bounds across = new Bounds(area.y(), area.x(), area.height(), area.width());
            return new Sheets(height, width, across, turns, fit);
        }
    }

    /// What becomes of a drawing that is larger than the sheet.
    enum Fit {
        /// It is made smaller until it goes onto one sheet.
        ONE_PAGE,
        /// It keeps its size and goes over several sheets, to be put together.
        TILES
    }
}
