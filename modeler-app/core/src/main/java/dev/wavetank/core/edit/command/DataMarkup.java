package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.rules.Marker;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;

/// Writes what stands behind the signs of data, groups and inputs: the object, the category, the specification.
final class DataMarkup {
    private DataMarkup() {}

    /// Makes the sign refer to what it stands for, which is made if it has to be.
    static Markup referring(Transaction transaction, NodeKind kind, Markup sign, XmlElement holder) {
        return switch (kind.type()) {
            case DATA_OBJECT_REFERENCE -> {
                boolean list = kind.markers().contains(Marker.COLLECTION);
                ElementId object = addObject(transaction, holder, list);
                yield sign.with("dataObjectRef", object.value());
            }
            case GROUP ->
                sign.with("categoryValueRef", addCategory(transaction, "").value());
            case DATA_INPUT, DATA_OUTPUT ->
                kind.markers().contains(Marker.COLLECTION) ? sign.with("isCollection", "true") : sign;
            default -> sign;
        };
    }

    /// A data object in a process or sub-process.
    static ElementId addObject(Transaction transaction, XmlElement holder, boolean list) {
        ElementId object = transaction.newId("DataObject");
        XmlName name = Connect.bpmnName(transaction, holder, "dataObject");
        Markup markup = Markup.of(name).with("id", object.value());
        transaction.insert(holder, list ? markup.with("isCollection", "true") : markup);
        return object;
    }

    /// A category with one value, which is what the name of a group is.
    static ElementId addCategory(Transaction transaction, String text) {
        XmlElement root = transaction.diagram().document().root();
        XmlName category = Connect.bpmnName(transaction, root, "category");
        ElementId value = transaction.newId("CategoryValue");
        Markup inside = Markup.of(category.sibling("categoryValue")).with("id", value.value());
        transaction.insert(
                root,
                Markup.of(category)
                        .with("id", transaction.newId("Category").value())
                        .with(text.isEmpty() ? inside : inside.with("value", text)));
        return value;
    }

    /// Writes an input or output into the specification of its process, and into the set of those that are needed.
    static void specify(Transaction transaction, XmlElement holder, Markup item, BpmnType type) {
        XmlName name = item.name();
        if (transaction
                .current(holder)
                .child(Namespaces.BPMN, "ioSpecification")
                .isEmpty()) {
            transaction.insert(
                    holder,
                    Markup.of(name.sibling("ioSpecification"))
                            .with(
                                    "id",
                                    transaction
                                            .newId("InputOutputSpecification")
                                            .value())
                            .with(set(transaction, name.sibling("inputSet")))
                            .with(set(transaction, name.sibling("outputSet"))));
        }
        XmlElement specification = transaction
                .diagram()
                .xml(holder.key())
                .flatMap(now -> now.child(Namespaces.BPMN, "ioSpecification"))
                .orElseThrow();
        transaction.insert(specification, item);
        boolean input = type == BpmnType.DATA_INPUT;
        String id = item.attributes().getFirst().value();
        specification
                .child(Namespaces.BPMN, input ? "inputSet" : "outputSet")
                .ifPresent(needed -> transaction.insertInto(
                        specification,
                        needed,
                        Markup.of(name.sibling(input ? "dataInputRefs" : "dataOutputRefs"))
                                .withText(id)));
    }

    private static Markup set(Transaction transaction, XmlName name) {
        String local = name.local();
        String prefix = Character.toUpperCase(local.charAt(0)) + local.substring(1);
        return Markup.of(name).with("id", transaction.newId(prefix).value());
    }
}
