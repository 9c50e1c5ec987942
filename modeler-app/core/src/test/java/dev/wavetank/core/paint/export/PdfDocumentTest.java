package dev.wavetank.core.paint.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.layout.AutoLayout;
import dev.wavetank.core.paint.Theme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfDocumentTest {
    private static final String BPMN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
              <process id="order">
                <startEvent id="start" name="Order came in" />
                <sequenceFlow id="f1" sourceRef="start" targetRef="ship" />
                <userTask id="ship" name="%s" />
                <sequenceFlow id="f2" sourceRef="ship" targetRef="inside" />
                <subProcess id="inside" name="Closed one"><task id="deep" name="Deep down" /></subProcess>
              </process>
            </definitions>
            """;

    private final DiagramRenderer renderer = new DiagramRenderer(Theme.LIGHT);

    private List<DrawnPage> pages(String name, PageSetup setup) throws Exception {
        Diagram diagram = Diagram.read(BPMN.formatted(name).getBytes(StandardCharsets.UTF_8));
        AutoLayout.Drawing drawing = new AutoLayout().drawable(diagram);
        return renderer.pages(diagram, drawing.planes(), setup);
    }

    private static PdfReader pdf(List<DrawnPage> pages) throws Exception {
        return new PdfReader(PdfDocument.of("order", pages, (_, _) -> true));
    }

    @Test
    void namesAreTextThatCanBeSearched() throws Exception {
        PdfReader pdf = pdf(pages("Ship it", new PageSetup.AsDrawn()));

        assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        assertThat(new PdfTextExtractor(pdf).getTextFromPage(1)).contains("Order", "Ship it", "Deep down");
    }

    @Test
    void everyFaceTravelsWithTheDocument() throws Exception {
        assumeThat(new FontFiles().eastAsian()).isPresent();

        PdfReader pdf = pdf(pages("发货 Ship", new PageSetup.AsDrawn()));

        assertThat(new PdfTextExtractor(pdf).getTextFromPage(1)).contains("发货", "Ship");
        assertThat(embedded(pdf)).hasSizeGreaterThanOrEqualTo(2).doesNotContain(false);
    }

    private static List<Boolean> embedded(PdfReader pdf) {
        List<Boolean> embedded = new ArrayList<>();
        PdfDictionary fonts = pdf.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
        for (PdfName name : fonts.getKeys()) {
            PdfDictionary face =
                    fonts.getAsDict(name).getAsArray(PdfName.DESCENDANTFONTS).getAsDict(0);
            PdfDictionary descriptor = face.getAsDict(PdfName.FONTDESCRIPTOR);
            embedded.add(descriptor.contains(PdfName.FONTFILE2) || descriptor.contains(PdfName.FONTFILE3));
        }
        return embedded;
    }

    @Test
    void aPageIsAsLargeAsItsDrawingOrASheetThatLiesAsTheDrawingDoes() throws Exception {
        DrawnPage drawn = pages("Ship", new PageSetup.AsDrawn()).getFirst();
        DrawnPage sheet = pages("Ship", PageSetup.Sheets.of(Paper.A4, 28, PageSetup.Fit.ONE_PAGE))
                .getFirst();

        assertThat(drawn.width()).isEqualTo(drawn.part().width() * 0.75);
        assertThat(drawn.part().width()).isGreaterThan(drawn.part().height());
        assertThat(List.of(sheet.width(), sheet.height())).containsExactly(842.0, 595.0);
        assertThat(sheet.left()).isGreaterThanOrEqualTo(28);
        assertThat(sheet.left() + sheet.part().width() * sheet.scale()).isLessThanOrEqualTo(842 - 28);
    }

    @Test
    void aPosterKeepsItsSizeAndShowsEverything() throws Exception {
        DrawnPage whole = pages("Ship", new PageSetup.AsDrawn()).getFirst();
        var small = new PageSetup.Sheets(
                200, 200, new dev.wavetank.core.geometry.Bounds(10, 10, 180, 180), true, PageSetup.Fit.TILES);

        List<DrawnPage> tiles = pages("Ship", small);

        assertThat(tiles).hasSizeGreaterThan(1).allMatch(tile -> tile.scale() == 0.75);
        assertThat(tiles.stream()
                        .map(DrawnPage::part)
                        .reduce(dev.wavetank.core.geometry.Bounds::union)
                        .orElseThrow())
                .matches(all -> all.right() == whole.part().right()
                        && all.bottom() == whole.part().bottom());
        assertThat(pdf(tiles).getNumberOfPages()).isEqualTo(tiles.size());
    }

    @Test
    void whoeverWatchesCanStopIt() throws Exception {
        List<DrawnPage> pages = pages("Ship", new PageSetup.AsDrawn());

        assertThatThrownBy(() -> PdfDocument.of("order", pages, (_, _) -> false))
                .isInstanceOfSatisfying(
                        RenderException.class,
                        stopped -> assertThat(stopped.code()).isEqualTo(RenderException.Code.STOPPED));
    }
}
