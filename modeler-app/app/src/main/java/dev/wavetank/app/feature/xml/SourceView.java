package dev.wavetank.app.feature.xml;

import dev.wavetank.app.document.SourceFile;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;

/// The text of a file that is edited elsewhere, with its colours, at the line that was asked for.
public final class SourceView extends BorderPane {
    private static final int LINES_ABOVE = 3;

    private final CodeArea area = new CodeArea();
    private final LineMarks marks = new LineMarks(area);

    /// @param program opens the file in the program that the system has for it
    /// @param again   reads the file again
    public SourceView(Messages messages, SourceFile file, Tasks tasks, Runnable program, Runnable again) {
        setId("source");
        var colours = new ColouredLines(area, tasks, messages.text("xml.job.colours"));
        area.setId("source-text");
        area.getStyleClass().add("xml-view");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setAccessibleText(messages.text("source.text", file.title().getValue()));
        area.setEditable(false);
        area.replaceText(file.text());
        area.getUndoManager().forgetHistory();
        colours.stale();
        setCenter(new VirtualizedScrollPane<>(area));
        var said = new Label(messages.text("source.readOnly"));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(
                said,
                gap,
                button(messages.text("source.again"), "source-again", again),
                button(messages.text("source.program"), "source-program", program));
        bar.getStyleClass().add("info-bar");
        setTop(bar);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                area.requestFocus();
            }
        });
        file.lineProperty().subscribe(line -> show(line.intValue()));
    }

    private void show(int line) {
        marks.found(line);
        int paragraph = Math.min(Math.max(0, line - 1), area.getParagraphs().size() - 1);
        area.moveTo(paragraph, 0);
        area.showParagraphAtTop(Math.max(0, paragraph - LINES_ABOVE));
    }

    private static Button button(String words, String id, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
