package dev.wavetank.app.canvas;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Plane;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What a tab shows of a diagram: notices above, the way back out of a sub-process, the canvas, and below the
/// other diagrams of the file if it has several.
public final class DiagramView extends BorderPane {
    private final Messages messages;
    private final CanvasModel model;
    private final CanvasView canvas;
    private final VBox top = new VBox();
    private final VBox notices = new VBox();
    private final HBox breadcrumb = new HBox();
    private final HBox sheets = new HBox();

    public DiagramView(Messages messages, CanvasView canvas, Node... above) {
        this.messages = messages;
        this.canvas = canvas;
        this.model = canvas.model();
        focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                canvas.requestFocus();
            }
        });
        var stack = new StackPane(canvas);
        stack.getChildren().addAll(above);
        setCenter(stack);
        breadcrumb.getStyleClass().add("breadcrumb");
        breadcrumb.setId("breadcrumb");
        sheets.getStyleClass().add("document-views");
        sheets.setId("sheets");
        top.getChildren().setAll(notices, breadcrumb);
        setTop(top);
        model.planeProperty().subscribe(_ -> refresh());
        model.session().diagramProperty().subscribe(_ -> refresh());
    }

    public CanvasView canvas() {
        return canvas;
    }

    /// Puts a sentence above the canvas until it is closed.
    ///
    /// @param actions what can be done about it
    public Node notice(String sentence, boolean warning, Button... actions) {
        var bar = new HBox();
        bar.getStyleClass().add("info-bar");
        if (warning) {
            bar.getStyleClass().add("warning");
        }
        var words = new Label(sentence);
        words.setWrapText(true);
        words.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = new Button(messages.text("notice.close"));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> notices.getChildren().remove(bar));
        bar.getChildren().addAll(words, gap);
        for (Button action : actions) {
            action.setMinWidth(Region.USE_PREF_SIZE);
            action.addEventHandler(
                    javafx.event.ActionEvent.ACTION, _ -> notices.getChildren().remove(bar));
            bar.getChildren().add(action);
        }
        bar.getChildren().add(close);
        notices.getChildren().add(bar);
        return bar;
    }

    /// Takes a sentence away that is no longer true.
    public void withdraw(Node notice) {
        notices.getChildren().remove(notice);
    }

    private void refresh() {
        List<Plane> planes = model.session().diagram().planes();
        showBreadcrumb(planes);
        List<Integer> roots = roots(planes);
        setBottom(roots.size() > 1 ? sheets(planes, roots) : null);
    }

    private void showBreadcrumb(List<Plane> planes) {
        breadcrumb.getChildren().clear();
        Optional<BpmnElement> at = element(model.planeProperty().get(), planes);
        boolean inside = at.filter(element -> element.type().isSubProcess()).isPresent();
        breadcrumb.setVisible(inside);
        breadcrumb.setManaged(inside);
        boolean first = true;
        while (inside && at.isPresent()) {
            BpmnElement element = at.get();
            int plane = planeOf(element, planes);
            if (plane >= 0) {
                if (!first) {
                    breadcrumb.getChildren().addFirst(new Label("›"));
                }
                breadcrumb.getChildren().addFirst(first ? new Label(name(element)) : link(element, plane));
                first = false;
            }
            at = element.parent().flatMap(model.session().diagram()::element);
        }
    }

    private Hyperlink link(BpmnElement element, int plane) {
        var link = new Hyperlink(name(element));
        link.setOnAction(_ -> model.planeProperty().set(plane));
        return link;
    }

    private Node sheets(List<Plane> planes, List<Integer> roots) {
        var group = new ToggleGroup();
        sheets.getChildren().clear();
        sheets.setAlignment(Pos.CENTER_LEFT);
        for (int index : roots) {
            Plane plane = planes.get(index);
            String name = plane.name()
                    .filter(text -> !text.isBlank())
                    .or(() -> element(index, planes).map(this::name))
                    .orElse(messages.text("sheet.unnamed", index + 1));
            var sheet = new ToggleButton(name);
            sheet.setToggleGroup(group);
            sheet.setSelected(index == model.planeProperty().get());
            sheet.setOnAction(_ -> {
                sheet.setSelected(true);
                model.planeProperty().set(index);
            });
            sheets.getChildren().add(sheet);
        }
        return sheets;
    }

    /// The planes that are diagrams of their own, not the inside of a closed sub-process.
    private List<Integer> roots(List<Plane> planes) {
        return java.util.stream.IntStream.range(0, planes.size())
                .filter(index -> element(index, planes)
                        .filter(element -> element.type().isSubProcess())
                        .isEmpty())
                .boxed()
                .toList();
    }

    private Optional<BpmnElement> element(int index, List<Plane> planes) {
        return index < planes.size()
                ? planes.get(index).element().flatMap(model.session().diagram()::element)
                : Optional.empty();
    }

    /// The plane that shows the element's inside; of a process in a collaboration, the collaboration's.
    private static int planeOf(BpmnElement element, List<Plane> planes) {
        for (int i = 0; i < planes.size(); i++) {
            if (planes.get(i).element().filter(element.id()::equals).isPresent()) {
                return i;
            }
        }
        return element.type() == dev.wavetank.core.bpmn.BpmnType.PROCESS && !planes.isEmpty() ? 0 : -1;
    }

    private String name(BpmnElement element) {
        return element.name()
                .filter(text -> !text.isBlank())
                .orElse(
                        element.id().isSynthetic()
                                ? messages.kind(element.type().localName())
                                : element.id().value());
    }
}
