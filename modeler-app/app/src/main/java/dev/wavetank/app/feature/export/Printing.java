package dev.wavetank.app.feature.export;

import dev.wavetank.app.canvas.PagePicture;
import dev.wavetank.app.document.Dialogs;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.export.DrawnPage;
import dev.wavetank.core.paint.export.PageSetup;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.PrinterJob;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import javafx.stage.Window;

/// Prints the pages of an export on the paper that the platform's own dialog asks for.
final class Printing {
    /// Pixels to a point: what the printer gets has 288 to the inch.
    private static final double SHARPNESS = 4;

    private final Messages messages;
    private final Dialogs dialogs;

    Printing(Messages messages, Dialogs dialogs) {
        this.messages = messages;
        this.dialogs = dialogs;
    }

    void print(Window owner, String name, ExportViewModel model) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            dialogs.error(messages.text("export.noPrinter"));
            return;
        }
        job.getJobSettings().setJobName(name);
        if (!job.showPrintDialog(owner)) {
            job.cancelJob();
            return;
        }
        PageLayout layout = job.getJobSettings().getPageLayout();
        for (DrawnPage page : model.pages(sheets(layout, model.fit()))) {
            PageLayout turned = turned(job, layout, page);
            if (!job.printPage(turned, node(page, turned))) {
                job.cancelJob();
                dialogs.error(messages.text("export.printFailed"));
                return;
            }
        }
        if (!job.endJob()) {
            dialogs.error(messages.text("export.printFailed"));
        }
    }

    /// The upright sheet; each page lies as its drawing does.
    private static PageSetup.Sheets sheets(PageLayout layout, PageSetup.Fit fit) {
        double width = layout.getPaper().getWidth();
        double height = layout.getPaper().getHeight();
        double margin = Math.max(
                Math.max(layout.getLeftMargin(), layout.getRightMargin()),
                Math.max(layout.getTopMargin(), layout.getBottomMargin()));
        return new PageSetup.Sheets(width, height, new Bounds(0, 0, width, height).inflate(-margin), true, fit);
    }

    private static PageLayout turned(PrinterJob job, PageLayout layout, DrawnPage page) {
        PageOrientation lying = page.width() > page.height() ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
        return job.getPrinter()
                .createPageLayout(
                        layout.getPaper(),
                        lying,
                        layout.getLeftMargin(),
                        layout.getRightMargin(),
                        layout.getTopMargin(),
                        layout.getBottomMargin());
    }

    /// What is printed begins where the margins end.
    static Node node(DrawnPage page, PageLayout layout) {
        Node picture = PagePicture.of(page, SHARPNESS);
        picture.getTransforms()
                .setAll(
                        new Translate(-layout.getLeftMargin(), -layout.getTopMargin()),
                        new Scale(1 / SHARPNESS, 1 / SHARPNESS));
        return new Group(picture);
    }
}
