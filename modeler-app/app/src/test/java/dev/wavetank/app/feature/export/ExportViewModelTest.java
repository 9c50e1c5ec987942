package dev.wavetank.app.feature.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import dev.wavetank.app.fake.FakeDialogs;
import dev.wavetank.app.feature.export.ExportViewModel.Format;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.CurrentThreadTasks;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.paint.export.Paper;
import dev.wavetank.templates.Templates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    @TempDir
    Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
    private final CurrentThreadTasks tasks = new CurrentThreadTasks();
    private Diagram diagram;
    private ExportViewModel model;

    @BeforeEach
    void open() throws Exception {
        diagram = Diagram.read(Templates.ORDER_FULFILMENT.bytes());
        model = new ExportViewModel(
                diagram,
                Optional.of(diagram.planes().getFirst()),
                "order",
                tasks,
                new Messages(Locale.ENGLISH),
                dialogs);
        tasks.elapse();
    }

    private Path export(String name) {
        Path target = folder.resolve(name);
        dialogs.target = Optional.of(target);
        model.export();
        return target;
    }

    @Test
    void aPdfHasTheNamesAsText() throws Exception {
        Path target = export("order.pdf");

        var pdf = new PdfReader(Files.readAllBytes(target));
        assertThat(new PdfTextExtractor(pdf).getTextFromPage(1)).contains("Reserve");
        assertThat(dialogs.questions).containsExactly("order[pdf]");
        assertThat(model.doneProperty().get()).isTrue();
    }

    @Test
    void anSvgHasTheNamesAndALightGround() throws Exception {
        model.formatProperty().set(Format.SVG);

        String svg = Files.readString(export("order.svg"));

        assertThat(svg).contains("<svg").contains("Reserve stock");
        assertThat(svg.toLowerCase(Locale.ROOT)).doesNotContain("#0d1117");
    }

    @Test
    void aPngHasTheSizeThatWasChosen() throws Exception {
        model.formatProperty().set(Format.PNG);
        model.scaleProperty().set(1);
        double once = ImageIO.read(export("one.png").toFile()).getWidth();
        model.scaleProperty().set(4);

        double four = ImageIO.read(export("four.png").toFile()).getWidth();

        assertThat(four).isBetween(4 * once - 4, 4 * once + 4);
    }

    @Test
    void thePreviewShowsTheSheetsThatWillBePrinted() {
        model.paperProperty().set(Optional.of(Paper.A5));
        tasks.elapse();
        assertThat(model.pages()).singleElement().matches(page -> page.width() == 595);

        model.tilesProperty().set(true);
        tasks.elapse();

        assertThat(model.pages()).hasSizeGreaterThan(1);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() {
        export("no-such-folder/order.pdf");

        assertThat(dialogs.errors).singleElement().asString().contains("order.pdf", "its folder does not exist");
        assertThat(model.doneProperty().get()).isFalse();
    }
}
