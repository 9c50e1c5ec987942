package dev.wavetank.app.feature.properties;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.command.EngineFields;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.edit.command.SetAttribute;
import dev.wavetank.core.edit.command.SetChildText;
import dev.wavetank.core.edit.command.SetEngineField;
import dev.wavetank.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// The properties of the one selected element; without a selection those of the process itself. Each change is one
/// command, so it joins the history of the diagram.
public final class PropertiesViewModel {
    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<Optional<BpmnElement>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Field>> fields = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper();
    private Subscription watched = Subscription.EMPTY;

    public PropertiesViewModel(Workspace workspace) {
        this.workspace = workspace;
        workspace.activeProperty().subscribe(_ -> follow());
    }

    private void follow() {
        watched.unsubscribe();
        watched = workspace
                .activeSession()
                .map(session -> session.selectionProperty()
                        .subscribe(_ -> refresh(session))
                        .and(session.diagramProperty().subscribe(_ -> refresh(session))))
                .orElse(Subscription.EMPTY);
        if (workspace.activeSession().isEmpty()) {
            show(Optional.empty(), 0);
        }
    }

    private void refresh(DocumentSession session) {
        Set<ElementId> selection = session.selectionProperty().get();
        Diagram diagram = session.diagram();
        Optional<BpmnElement> one = switch (selection.size()) {
            case 0 -> sheet(diagram);
            case 1 -> diagram.element(selection.iterator().next());
            default -> Optional.empty();
        };
        show(one, selection.size());
    }

    /// What the first sheet shows, a process rather than the collaboration around it.
    private static Optional<BpmnElement> sheet(Diagram diagram) {
        return diagram.planes().stream()
                .findFirst()
                .flatMap(Plane::element)
                .flatMap(diagram::element)
                .filter(element -> element.type() == BpmnType.PROCESS || element.type() == BpmnType.COLLABORATION);
    }

    private void show(Optional<BpmnElement> element, int count) {
        selected.set(count);
        subject.set(element);
        fields.set(element.map(FieldCatalogue::of).orElse(List.of()));
    }

    /// The present value of a field, empty if it has none.
    String value(Field field) {
        BpmnElement element = subject.get().orElse(null);
        if (element == null) {
            return "";
        }
        return switch (field.binding()) {
            case Field.Binding.Id _ ->
                element.id().isSynthetic() ? "" : element.id().value();
            case Field.Binding.Name _ ->
                workspace
                        .activeSession()
                        .flatMap(session -> session.diagram().label(element.id()))
                        .orElse("");
            case Field.Binding.Attribute(String namespace, String local) ->
                (namespace.isEmpty() ? element.attribute(local) : element.attribute(namespace, local)).orElse("");
            case Field.Binding.Child(String local) ->
                element.detail(local).map(XmlElement::text).orElse("");
            case Field.Binding.EngineField(String name) ->
                EngineFields.value(element, name).orElse("");
        };
    }

    /// Writes a field; the same value again is no step of the history.
    void set(Field field, String value) {
        BpmnElement element = subject.get().orElse(null);
        if (element == null || value.equals(value(field))) {
            return;
        }
        command(element.id(), field, value)
                .ifPresent(command -> workspace.activeSession().ifPresent(session -> session.execute(command)));
    }

    /// Whether a flag holds, by its value or, where the file says nothing, by its default.
    boolean isOn(Field flag) {
        String value = value(flag);
        return value.isEmpty() ? flag.shape() == Field.Shape.FLAG_UNLESS_FALSE : value.equals("true");
    }

    /// Switches a flag; what is the default anyway is not written.
    void turn(Field flag, boolean on) {
        boolean written = flag.shape() == Field.Shape.FLAG_WRITTEN;
        boolean usual = flag.shape() == Field.Shape.FLAG_UNLESS_FALSE;
        set(flag, on == usual && !written ? "" : Boolean.toString(on));
    }

    private static Optional<Command> command(ElementId id, Field field, String value) {
        return switch (field.binding()) {
            case Field.Binding.Id _ -> Optional.empty();
            case Field.Binding.Name _ -> Optional.of(new RenameElement(id, value));
            case Field.Binding.Attribute(String namespace, String local) ->
                Optional.of(new SetAttribute(
                        id,
                        namespace,
                        prefix(namespace),
                        local,
                        Optional.of(value).filter(text -> !text.isEmpty())));
            case Field.Binding.Child(String local) -> Optional.of(new SetChildText(id, local, value));
            case Field.Binding.EngineField(String name) -> Optional.of(new SetEngineField(id, name, value));
        };
    }

    private static String prefix(String namespace) {
        return namespace.equals(Namespaces.FLOWABLE) ? "flowable" : "ext";
    }

    /// The element whose properties are shown.
    public ReadOnlyObjectProperty<Optional<BpmnElement>> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Field>> fieldsProperty() {
        return fields.getReadOnlyProperty();
    }

    /// How many elements are selected.
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
