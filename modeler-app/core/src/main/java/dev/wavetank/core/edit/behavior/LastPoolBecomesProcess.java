package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.xml.XmlElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A collaboration that has lost its last pool is a plain process again: one that is there without a pool, or a
/// new one. Annotations and groups that stood beside the pool stay.
public final class LastPoolBecomesProcess implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Set<ElementId> collaborations = new LinkedHashSet<>();
        for (BpmnElement removed : changes.removed()) {
            if (removed.type() == BpmnType.PARTICIPANT) {
                removed.parent().ifPresent(collaborations::add);
            }
        }
        for (ElementId id : collaborations) {
            changes.after()
                    .element(id)
                    .filter(known -> isLeft(changes.after(), known))
                    .ifPresent(known -> dissolve(transaction, known));
        }
    }

    /// Nothing but artifacts is in it, and no flow between pools can be.
    private static boolean isLeft(Diagram diagram, BpmnElement collaboration) {
        return collaboration.type() == BpmnType.COLLABORATION
                && diagram.children(collaboration.id()).stream().allMatch(LastPoolBecomesProcess::stays);
    }

    private static boolean stays(BpmnElement child) {
        return child.type().isArtifact() || child.type() == BpmnType.ASSOCIATION;
    }

    private static void dissolve(Transaction transaction, BpmnElement collaboration) {
        ElementId process = process(transaction);
        Diagram diagram = transaction.diagram();
        XmlElement holder = diagram.element(process).orElseThrow().xml();
        List<BpmnElement> artifacts = diagram.children(collaboration.id());
        artifacts.forEach(artifact -> transaction.move(artifact.xml(), holder));
        for (XmlElement plane : transaction.diagram().sheets()) {
            if (plane.attribute("bpmnElement")
                    .filter(shown -> ElementIds.names(shown, collaboration.id()))
                    .isPresent()) {
                transaction.edit(plane, xml -> xml.withAttribute("bpmnElement", process.value()));
            }
        }
        transaction.remove(collaboration.id());
    }

    private static ElementId process(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> known = diagram.definitions().stream()
                .flatMap(root -> diagram.children(root.id()).stream())
                .filter(element -> element.type() == BpmnType.PROCESS)
                .findFirst();
        if (known.isPresent()) {
            return transaction.identify(known.get().id());
        }
        XmlElement root = diagram.document().root();
        ElementId id = transaction.newId("Process");
        transaction.insert(
                root,
                Markup.of(transaction.name(root, Namespaces.BPMN, "bpmn", "process"))
                        .with("id", id.value())
                        .with("isExecutable", "true"));
        return id;
    }
}
