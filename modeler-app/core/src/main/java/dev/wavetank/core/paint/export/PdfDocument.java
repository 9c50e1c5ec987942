package dev.wavetank.core.paint.export;

import com.lowagie.text.Document;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;

/// Pages as a PDF: vectors, text that can be selected, fonts that travel with it.
public final class PdfDocument {
    /// Hears of each page that is done.
    @FunctionalInterface
    public interface Watch {
        /// Whether to go on.
        boolean page(int done, int of);
    }

    private PdfDocument() {}

    /// @throws RenderException if there is no page, or `watch` has had enough
    public static byte[] of(String title, List<DrawnPage> pages, Watch watch) throws RenderException {
        if (pages.isEmpty()) {
            throw new RenderException(RenderException.Code.EMPTY, "There is nothing to draw.");
        }
        var bytes = new ByteArrayOutputStream();
        var document = new Document(size(pages.getFirst()));
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        var faces = new PdfFaces();
        document.addTitle(title);
        document.addCreator("Wavetank");
        document.open();
        PdfContentByte content = writer.getDirectContent();
        for (int i = 0; i < pages.size(); i++) {
            DrawnPage page = pages.get(i);
            if (!watch.page(i, pages.size())) {
                throw new RenderException(RenderException.Code.STOPPED, "The export was stopped.");
            }
            document.setPageSize(size(page));
            document.newPage();
            writer.setPageEmpty(false);
            content.saveState();
            page.paint(new PdfSurface(content, page.height(), faces));
            content.restoreState();
        }
        document.close();
        return bytes.toByteArray();
    }

    private static Rectangle size(DrawnPage page) {
        return new Rectangle((float) page.width(), (float) page.height());
    }
}
