package dev.wavetank.app.feature.export;

import dev.wavetank.app.canvas.PagePicture;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.paint.export.DrawnPage;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// Pages as they will come out, one at a time.
final class PagesPreview extends VBox {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 340;

    private final Messages messages;
    private final ObservableList<DrawnPage> pages;
    private final StackPane sheet = new StackPane();
    private final Label number = new Label();
    private final Button before;
    private final Button after;
    private int at;

    PagesPreview(Messages messages, ObservableList<DrawnPage> pages) {
        super(8);
        this.messages = messages;
        this.pages = pages;
        before = button("export.before", Material2AL.ARROW_BACK, -1);
        before.setId("export-before");
        after = button("export.after", Material2AL.ARROW_FORWARD, 1);
        after.setId("export-after");
        number.setId("export-page");
        sheet.getStyleClass().add("export-preview");
        sheet.setMinSize(WIDTH + 24, HEIGHT + 24);
        sheet.setPrefSize(WIDTH + 24, HEIGHT + 24);
        var bar = new HBox(10, before, number, after);
        bar.setAlignment(Pos.CENTER);
        getChildren().setAll(sheet, bar);
        pages.addListener((ListChangeListener<DrawnPage>) _ -> show(Math.min(at, pages.size() - 1)));
        show(0);
    }

    private Button button(String key, Ikon icon, int step) {
        var button = new Button(null, new FontIcon(icon));
        button.setAccessibleText(messages.text(key));
        button.setOnAction(_ -> show(at + step));
        return button;
    }

    private void show(int page) {
        at = Math.max(0, page);
        before.setDisable(at == 0);
        after.setDisable(at + 1 >= pages.size());
        if (pages.isEmpty()) {
            sheet.getChildren().setAll(new Label(messages.text("export.nothing")));
            number.setText("");
            return;
        }
        DrawnPage drawn = pages.get(at);
        double scale = Math.min(WIDTH / drawn.width(), HEIGHT / drawn.height());
        var paper = new StackPane(PagePicture.of(drawn, scale));
        paper.getStyleClass().add("paper");
        paper.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        sheet.getChildren().setAll(paper);
        number.setText(messages.text("export.page", at + 1, pages.size()));
    }
}
