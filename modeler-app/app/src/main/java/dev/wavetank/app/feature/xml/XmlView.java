package dev.wavetank.app.feature.xml;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.LatestWork;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.xml.XmlDocument;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.util.UndoUtils;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// The text of the active document beside its drawing, to be read and typed in. What is selected on the canvas is
/// marked here, and the element at the cursor is selected there.
public final class XmlView extends BorderPane {
    private final XmlViewModel model;
    private final CodeArea area = new CodeArea();
    private final LineMarks marks = new LineMarks(area);
    private final ColouredLines colours;
    private final VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
    private final Label nothing;
    private final Label problem = new Label();
    private final LatestWork following;
    private final BiConsumer<DocumentSession, ElementId> reveal;
    private Subscription selection = Subscription.EMPTY;
    private boolean writing;
    private boolean pointing;

    /// @param reveal shows an element on the canvas
    public XmlView(Messages messages, XmlViewModel model, Tasks tasks, BiConsumer<DocumentSession, ElementId> reveal) {
        this.model = model;
        this.reveal = reveal;
        this.colours = new ColouredLines(area, tasks, messages.text("xml.job.colours"));
        this.following = new LatestWork(tasks, messages.text("xml.job"), Duration.ofMillis(120));
        area.setId("xml-text");
        area.getStyleClass().add("xml-view");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setAccessibleText(messages.text("panel.xml"));
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        nothing = new Label(messages.text("xml.noDiagram"));
        nothing.getStyleClass().addAll("hint", "panel-body");
        nothing.setWrapText(true);
        scroll.setVisible(false);
        StackPane.setAlignment(nothing, Pos.TOP_LEFT);
        setCenter(new StackPane(scroll, nothing));
        problem.setId("xml-problem");
        problem.setGraphic(new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));
        problem.getStyleClass().addAll("xml-problem", "severity-error");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        model.show(this::change, this::replace);
        model.problemProperty().subscribe(this::tell);
        area.plainTextChanges().subscribe(change -> {
            if (!writing) {
                model.typed(
                        change.getPosition(),
                        change.getRemoved().length(),
                        change.getInserted().length(),
                        area::getText);
            }
            colours.stale();
        });
        area.caretPositionProperty().addListener((_, _, _) -> {
            if (!writing && area.isFocused()) {
                following.request(_ -> area.getCaretPosition(), this::point, _ -> {});
            }
        });
    }

    /// One history for what is drawn and what is typed.
    private void pressed(KeyEvent event) {
        boolean again = event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown();
        if (event.isShortcutDown() && !event.isAltDown() && (again || event.getCode() == KeyCode.Z)) {
            if (again) {
                model.redo();
            } else {
                model.undo();
            }
            event.consume();
        }
    }

    private void replace(String text) {
        write(() -> area.replaceText(text));
        area.setEditable(model.session().isPresent());
        scroll.setVisible(model.session().isPresent());
        nothing.setVisible(model.session().isEmpty());
        area.moveTo(0);
        area.requestFollowCaret();
        selection.unsubscribe();
        selection = model.session()
                .map(session -> session.selectionProperty().subscribe(_ -> mark()))
                .orElse(Subscription.EMPTY);
    }

    private void change(TextChange change) {
        if (change.isNothing()) {
            return;
        }
        int caret = area.getCaretPosition();
        double y = area.getEstimatedScrollY();
        write(() -> area.replaceText(change.from(), change.to(), change.text()));
        area.moveTo(Math.min(
                area.getLength(), caret <= change.from() ? caret : Math.max(change.from(), caret + change.growth())));
        area.scrollYToPixel(y);
        mark();
    }

    private void write(Runnable change) {
        writing = true;
        try {
            change.run();
        } finally {
            writing = false;
        }
    }

    private void tell(Optional<XmlViewModel.Problem> told) {
        problem.setText(told.map(XmlViewModel.Problem::sentence).orElse(""));
        setBottom(told.isPresent() ? problem : null);
        marks.error(told.map(XmlViewModel.Problem::line).orElse(0));
    }

    /// Marks the lines of the one selected element and brings them into view, unless the selection came from here.
    private void mark() {
        Set<ElementId> selected = model.session()
                .map(session -> session.selectionProperty().get())
                .orElse(Set.of());
        Optional<XmlDocument.Span> span = selected.size() == 1
                ? model.text().flatMap(text -> text.span(selected.iterator().next()))
                : Optional.empty();
        marks.selected(span, !pointing && !area.isFocused());
    }

    /// Selects the element at the cursor.
    private void point(int caret) {
        DocumentSession session = model.session().orElse(null);
        Optional<ElementId> element = model.text().flatMap(text -> text.elementAt(caret));
        if (session == null || element.isEmpty() || !area.isFocused()) {
            return;
        }
        Set<ElementId> now = Set.of(element.get());
        boolean drawn = session.diagram().shape(element.get()).isPresent()
                || session.diagram().edge(element.get()).isPresent();
        if (drawn && !session.selectionProperty().get().equals(now)) {
            pointing = true;
            try {
                session.selectionProperty().set(now);
                reveal.accept(session, element.get());
            } finally {
                pointing = false;
            }
        }
    }
}
