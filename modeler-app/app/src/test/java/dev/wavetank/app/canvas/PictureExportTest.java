package dev.wavetank.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.Dialogs;
import dev.wavetank.app.document.TestSessions;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.templates.Templates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureExportTest {
    @TempDir
    Path folder;

    private final List<String> errors = new ArrayList<>();
    private final CanvasModel model = new CanvasModel(
            TestSessions.of("order.bpmn", new String(Templates.ORDER_FULFILMENT.bytes(), StandardCharsets.UTF_8)),
            Theme.DARK);

    @Test
    void anSvgHasTheNamesAndALightGround() throws Exception {
        Path target = folder.resolve("order.svg");

        export(target);

        String svg = Files.readString(target);
        assertThat(svg).startsWith("<").contains("<svg").contains("Reserve stock");
        assertThat(svg.toLowerCase(Locale.ROOT)).doesNotContain("#0d1117");
        assertThat(errors).isEmpty();
    }

    @Test
    void aPngIsTwiceAsLargeAsTheDrawing() throws Exception {
        Path target = folder.resolve("order.PNG");

        export(target);

        var picture = ImageIO.read(target.toFile());
        double width = model.scene().bounds().orElseThrow().width();
        assertThat((double) picture.getWidth()).isGreaterThan(2 * width).isLessThan(2 * width + 200);
        assertThat(errors).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() {
        export(folder.resolve("no-such-folder/order.svg"));

        assertThat(errors)
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).contains("order.svg"));
    }

    private void export(Path target) {
        PictureExport.ask(model, new FakeDialogs(target), new Messages(Locale.ENGLISH));
    }

    private final class FakeDialogs implements Dialogs {
        private final Path target;

        FakeDialogs(Path target) {
            this.target = target;
        }

        @Override
        public List<Path> chooseToOpen() {
            return List.of();
        }

        @Override
        public Optional<Path> chooseToSave(String suggestedName, List<String> extensions) {
            assertThat(suggestedName).isEqualTo("order");
            return Optional.of(target);
        }

        @Override
        public Unsaved unsaved(String title) {
            return Unsaved.CANCEL;
        }

        @Override
        public boolean confirm(String question, String action) {
            return false;
        }

        @Override
        public void error(String sentence) {
            errors.add(sentence);
        }
    }
}
