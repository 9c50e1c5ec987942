package dev.wavetank.app;

import dev.wavetank.app.canvas.DiagramView;
import dev.wavetank.app.document.DocumentFiles;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Outside;
import dev.wavetank.app.i18n.Messages;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/// Says above a diagram what another program did to its file, and offers what can be done about it. The sentence
/// goes when it is no longer true.
final class OutsideNotices {
    private final Messages messages;
    private final DocumentFiles files;

    OutsideNotices(Messages messages, DocumentFiles files) {
        this.messages = messages;
        this.files = files;
    }

    void follow(DocumentSession session, DiagramView view) {
        var shown = new Object() {
            @Nullable
            Node notice;
        };
        session.outsideProperty().subscribe(outside -> {
            if (shown.notice != null) {
                view.withdraw(shown.notice);
            }
            shown.notice = outside.isEmpty() ? null : notice(session, view, outside);
        });
    }

    private @Nullable Node notice(DocumentSession session, DiagramView view, Optional<Outside> outside) {
        return switch (outside.orElse(null)) {
            case Outside.Changed _ ->
                view.notice(
                        messages.text("notice.changedOutside"),
                        true,
                        button("notice.reload", () -> files.reload(session)),
                        button("notice.compare", () -> files.compare(session)),
                        button("notice.keepMine", () -> files.keepMine(session)));
            case Outside.Gone _ ->
                view.notice(
                        messages.text("notice.gone"),
                        true,
                        button("notice.saveAgain", () -> files.save(session)),
                        button("notice.saveAs", () -> files.saveAs(session)));
            case Outside.Renamed(var to) ->
                view.notice(
                        messages.text("notice.renamed", to.getFileName()),
                        true,
                        button("notice.follow", () -> files.follow(session, to)),
                        button("notice.keepName", () -> files.keepMine(session)));
            case null -> null;
        };
    }

    private Button button(String key, Runnable action) {
        var button = new Button(messages.text(key));
        button.setId(key.replace('.', '-'));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
