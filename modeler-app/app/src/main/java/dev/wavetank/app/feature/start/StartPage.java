package dev.wavetank.app.feature.start;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.templates.Template;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What stands where the documents will be: a new diagram, a file, a template, a recent file, a cluster.
public final class StartPage extends ScrollPane {
    private static final int RECENT_SHOWN = 8;

    private final Messages messages;
    private final VBox recent = new VBox(2);

    /// @param templates the processes that are offered as a beginning
    public StartPage(Messages messages, StartActions actions, List<Template> templates) {
        this.messages = messages;
        setId("start-page");
        setFitToWidth(true);
        setFitToHeight(true);

        var headline = new Label(messages.text("start.headline"));
        headline.getStyleClass().add("headline");
        var tagline = new Label(messages.text("start.tagline"));
        tagline.getStyleClass().add("tagline");
        tagline.setWrapText(true);

        var begin = new FlowPane(
                14,
                14,
                card("new", Material2OutlinedMZ.NOTE_ADD, actions::create),
                card("open", Material2OutlinedAL.FOLDER_OPEN, actions::open),
                card("cluster", Material2OutlinedMZ.PLAY_ARROW, actions::cluster));
        var page = new VBox(new VBox(6, headline, tagline), begin);
        page.getStyleClass().add("start-page");
        var lists = new FlowPane(64, 24);
        if (!templates.isEmpty()) {
            var links = new VBox(2);
            templates.forEach(template -> links.getChildren()
                    .add(link(template.title(), template.description(), () -> actions.template(template))));
            lists.getChildren().add(section("start.templates", links));
        }
        lists.getChildren().add(section("start.recent", recent));
        page.getChildren().add(lists);
        setContent(page);
    }

    /// @param files newest first, as paths
    public void showRecent(List<String> files, Consumer<String> open) {
        if (files.isEmpty()) {
            var none = new Label(messages.text("start.recent.none"));
            none.getStyleClass().add("hint");
            recent.getChildren().setAll(none);
            return;
        }
        recent.getChildren()
                .setAll(files.stream()
                        .limit(RECENT_SHOWN)
                        .map(file -> link(fileName(file), file, () -> open.accept(file)))
                        .toList());
    }

    private Node section(String key, Node content) {
        var title = new Label(messages.text(key));
        title.getStyleClass().add("section");
        return new VBox(8, title, content);
    }

    private Button card(String id, Ikon icon, Runnable action) {
        var title = new Label(messages.text("start.card." + id));
        title.getStyleClass().add("card-title");
        var words = new Label(messages.text("start.hint." + id));
        words.getStyleClass().add("hint");
        words.setWrapText(true);
        words.setPrefWidth(176);
        words.setMinHeight(54);
        words.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        var button = new Button(null, new HBox(12, new FontIcon(icon), new VBox(4, title, words)));
        button.setId("start-" + id);
        button.getStyleClass().add("start-card");
        button.setAccessibleText(title.getText() + ". " + words.getText());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Hyperlink link(String text, String hint, Runnable action) {
        var link = new Hyperlink(text);
        link.getStyleClass().add("recent-link");
        link.setOnAction(_ -> action.run());
        link.setTooltip(new Tooltip(hint));
        return link;
    }

    private static String fileName(String path) {
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return path.substring(slash + 1);
    }
}
