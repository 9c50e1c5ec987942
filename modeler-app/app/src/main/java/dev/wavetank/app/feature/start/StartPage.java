package dev.wavetank.app.feature.start;

import dev.wavetank.app.document.RecentFiles;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.templates.Template;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What stands where the documents will be: a new diagram, a file, a template, a recent file, a cluster.
public final class StartPage extends ScrollPane {
    private static final int RECENT_SHOWN = 10;
    private static final double RECENT_WIDTH = 420;
    private static final double FOLDER_WIDTH = 240;
    /// What lies left and right of the lists, and of the scroll bar.
    private static final double MARGINS = 120;

    private final Messages messages;
    private final VBox recent = new VBox(2);
    private final Button clear = new Button();
    private final Button tour;

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
        tagline.setMinHeight(Region.USE_PREF_SIZE);

        tour = card("tour", Material2OutlinedAL.EXPLORE, actions::tour);
        var begin = new FlowPane(
                14,
                14,
                tour,
                card("new", Material2OutlinedMZ.NOTE_ADD, actions::create),
                card("open", Material2OutlinedAL.FOLDER_OPEN, actions::open),
                card("cluster", Material2OutlinedMZ.PLAY_ARROW, actions::cluster));
        begin.setRowValignment(VPos.TOP);
        var page = new VBox(new VBox(6, headline, tagline), begin);
        page.getStyleClass().add("start-page");
        var lists = new FlowPane(64, 24);
        if (!templates.isEmpty()) {
            var links = new VBox(2);
            templates.forEach(template -> links.getChildren()
                    .add(link(
                            messages.sentence(template.title()),
                            messages.sentence(template.description()),
                            () -> actions.template(template))));
            lists.getChildren().add(section("start.templates", links));
        }
        Node recents = section("start.recent", new VBox(8, recent, clear));
        recent.setId("start-recents");
        recent.prefWidthProperty()
                .bind(Bindings.max(
                        FOLDER_WIDTH, Bindings.min(RECENT_WIDTH, widthProperty().subtract(MARGINS))));
        clear.setText(messages.text("recent.clear"));
        clear.setId("recent-clear");
        clear.getStyleClass().add("flat");
        lists.getChildren().add(recents);
        page.getChildren().add(lists);
        setContent(page);
    }

    /// Whether the tour is offered here; it is in the Help menu at any time.
    public void offerTour(boolean offered) {
        tour.setVisible(offered);
        tour.setManaged(offered);
    }

    /// @param files those to show first come first
    public void showRecent(List<RecentFiles.Entry> files, RecentActions actions) {
        clear.setOnAction(_ -> actions.clear());
        clear.setVisible(files.stream().anyMatch(file -> !file.pinned()));
        if (files.isEmpty()) {
            var none = new Label(messages.text("start.recent.none"));
            none.getStyleClass().add("hint");
            recent.getChildren().setAll(none);
            return;
        }
        recent.getChildren()
                .setAll(files.stream()
                        .limit(RECENT_SHOWN)
                        .map(file -> row(file, actions))
                        .toList());
    }

    /// A file that is missing cannot be opened, and says so.
    private Node row(RecentFiles.Entry file, RecentActions actions) {
        Hyperlink link = link(file.name(), file.file().toString(), () -> actions.open(file.file()));
        link.setDisable(file.missing());
        link.setMinWidth(Region.USE_PREF_SIZE);
        var folder = new Label(
                file.missing()
                        ? messages.text("recent.missing")
                        : String.valueOf(file.file().getParent()));
        folder.getStyleClass().addAll("hint", "small");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        folder.setMinWidth(0);
        folder.setMaxWidth(FOLDER_WIDTH);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button pin = small(
                file.pinned() ? "recent.unpin" : "recent.pin",
                file.pinned() ? Material2AL.BOOKMARK : Material2OutlinedAL.BOOKMARK_BORDER,
                () -> actions.pin(file.file(), !file.pinned()));
        Button forget = small("recent.forget", Material2OutlinedAL.CLOSE, () -> actions.forget(file.file()));
        var row = new HBox(8, link, folder, gap, pin, forget);
        row.getStyleClass().add("recent-row");
        if (file.missing()) {
            row.getStyleClass().add("missing");
        }
        return row;
    }

    private Button small(String key, Ikon icon, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("flat");
        button.setAccessibleText(messages.text(key));
        button.setTooltip(new Tooltip(messages.text(key)));
        button.setOnAction(_ -> action.run());
        return button;
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
        words.setPrefWidth(152);
        words.setMinHeight(70);
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
}
