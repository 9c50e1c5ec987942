package dev.wavetank.app.feature.xml;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.LatestWork;
import dev.wavetank.app.ui.Tasks;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;

/// The text of the active document, coloured, for reading. It is made only while the panel is in front.
public final class XmlView extends BorderPane {
    /// Colouring beyond this many characters costs more than it tells.
    private static final int COLOURED = 400_000;

    private final Workspace workspace;
    private final LatestWork refresh;
    private final CodeArea area = new CodeArea();
    private Subscription watched = Subscription.EMPTY;
    private boolean seen;

    /// The text and its colours, made off the UI thread.
    private record Coloured(String text, Optional<StyleSpans<Collection<String>>> styles) {}

    public XmlView(Workspace workspace, Messages messages, Tasks tasks) {
        this.workspace = workspace;
        this.refresh = new LatestWork(tasks, messages.text("xml.job"), Duration.ofMillis(250));
        area.setEditable(false);
        area.setId("xml-text");
        area.getStyleClass().add("xml-view");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setAccessibleText(messages.text("panel.xml"));
        setCenter(new VirtualizedScrollPane<>(area));
        workspace.activeProperty().subscribe(_ -> follow());
    }

    /// Says whether the panel is in front.
    public void seen(boolean inFront) {
        seen = inFront;
        update();
    }

    private void follow() {
        watched.unsubscribe();
        watched = workspace
                .activeSession()
                .map(session -> session.diagramProperty().subscribe(_ -> update()))
                .orElse(Subscription.EMPTY);
        update();
    }

    private void update() {
        Optional<DocumentSession> session = workspace.activeSession();
        if (session.isEmpty()) {
            area.clear();
        } else if (seen) {
            var document = session.get().diagram().document();
            refresh.request(
                    _ -> coloured(document.text()),
                    this::show,
                    failure -> area.replaceText(String.valueOf(failure.getMessage())));
        }
    }

    private static Coloured coloured(String text) {
        return new Coloured(text, text.length() > COLOURED ? Optional.empty() : Optional.of(XmlColours.of(text)));
    }

    private void show(Coloured now) {
        if (!now.text().equals(area.getText())) {
            double y = area.getEstimatedScrollY();
            area.replaceText(now.text());
            now.styles().ifPresent(styles -> area.setStyleSpans(0, styles));
            area.scrollYToPixel(y);
        }
    }
}
