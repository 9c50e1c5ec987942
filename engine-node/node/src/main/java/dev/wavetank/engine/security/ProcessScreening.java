package dev.wavetank.engine.security;

import dev.wavetank.engine.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Looks through a process or decision file before the engine sees it, and refuses whatever would run code of the
/// author's choosing in the node: scripts, Java classes by name, shell and other task types that leave the engine,
/// web service imports, and document types (entities). It reads the raw elements and attributes, so that no corner
/// of the schema where Flowable accepts a class or a script is forgotten.
public final class ProcessScreening {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> FLOWABLE =
            Set.of("http://flowable.org/bpmn", "http://activiti.org/bpmn", "http://flowable.org/dmn");
    /// Element names that carry a script in any of Flowable's dialects.
    private static final Set<String> SCRIPTS = Set.of("scriptTask", "script", "scriptHandler");

    /// Code around the call of an HTTP task.
    private static final Set<String> HANDLERS = Set.of("httpRequestHandler", "httpResponseHandler");

    private static final Set<String> CLASS_ATTRIBUTES = Set.of(
            "class",
            "customPropertiesResolverClass",
            "elementVariableHandler",
            "taskIdVariableNameClass",
            "operationRef");
    /// What a service task may be beside a delegate of ours.
    private static final Set<String> TASK_TYPES = Set.of("dmn", "external-worker");

    private static final Set<String> TYPED_TASKS = Set.of("serviceTask", "sendTask", "task", "businessRuleTask");
    private static final int MAX_DEPTH = 500;

    private ProcessScreening() {}

    /// What the owner of a file may put into it beyond what all may.
    ///
    /// @param expressions script tasks in the format `juel`, whose script is an expression
    /// @param http        HTTP tasks; where they lead is looked at when they run
    public record Liberties(boolean expressions, boolean http) {
        public static final Liberties NONE = new Liberties(false, false);
    }

    /// @throws ProblemException 422 with the BPMN element at fault; 400 when it is not well-formed XML
    public static void screen(String resource, byte[] xml, Liberties liberties) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            Deque<String> ids = new ArrayDeque<>();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD ->
                        throw ProblemException.refused(
                                "doctype-refused", resource + " has a DOCTYPE: remove it.", null);
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (ids.size() >= MAX_DEPTH) {
                            throw ProblemException.badRequest(resource + " is nested too deeply.");
                        }
                        String id = reader.getAttributeValue(null, "id");
                        ids.push(id != null ? id : ids.isEmpty() ? "" : ids.peek());
                        element(reader, ids.peek(), liberties);
                    }
                    case XMLStreamConstants.END_ELEMENT -> ids.pop();
                    default -> {}
                }
            }
        } catch (XMLStreamException malformed) {
            throw ProblemException.badRequest(resource + " is not well-formed XML: " + malformed.getMessage());
        }
    }

    private static void element(XMLStreamReader reader, @Nullable String id, Liberties liberties) {
        String name = reader.getLocalName();
        boolean isExpression = liberties.expressions() && isExpressionScript(reader);
        if (SCRIPTS.contains(name) && !isExpression) {
            throw refused("script-refused", "Scripts do not run in this cluster: use a delegate or a decision.", id);
        }
        if (name.equals("import") && reader.getAttributeValue(null, "location") != null) {
            throw refused("import-refused", "Imports of other files are not loaded: remove the import.", id);
        }
        if (HANDLERS.contains(name)) {
            throw refused("class-refused", "HTTP tasks have no handlers in this cluster: use the fields.", id);
        }
        boolean flowableElement = isFlowable(reader.getNamespaceURI());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i);
            if (isExpression && attribute.equals("scriptFormat")) continue;
            boolean flowable = flowableElement || isFlowable(reader.getAttributeNamespace(i));
            attribute(name, attribute, reader.getAttributeValue(i), flowable, liberties, id);
        }
    }

    /// A script task in the format `juel`, or its script; in BPMN's own namespace a script stands nowhere else.
    private static boolean isExpressionScript(XMLStreamReader reader) {
        if (!BPMN.equals(reader.getNamespaceURI())) return false;
        return reader.getLocalName().equals("script")
                || (reader.getLocalName().equals("scriptTask")
                        && "juel".equals(reader.getAttributeValue(null, "scriptFormat")));
    }

    private static void attribute(
            String element,
            String attribute,
            String value,
            boolean flowable,
            Liberties liberties,
            @Nullable String id) {
        if (flowable && (CLASS_ATTRIBUTES.contains(attribute) || attribute.endsWith("Class"))) {
            throw refused(
                    "class-refused",
                    "Java classes by name do not run in this cluster: use flowable:delegateExpression=\"${ledger}\".",
                    id);
        }
        if (flowable && (attribute.equals("type") || attribute.equals("actorType")) && TYPED_TASKS.contains(element)) {
            taskType(element, value, liberties, id);
        }
        boolean expression = element.endsWith("Expression") || element.endsWith("condition");
        if (attribute.equals("scriptFormat") || (expression && attribute.equals("language") && !value.isBlank())) {
            throw refused("script-refused", "Conditions are expressions ${…}, not scripts: remove the language.", id);
        }
        if (flowable && attribute.equals("calledElementType") && !value.equals("key")) {
            throw refused("called-by-id-refused", "Call other processes by their key, within the same tenant.", id);
        }
        if (flowable && attribute.endsWith("mplementationType") && value.equals("class")) {
            throw refused("class-refused", "Java classes by name do not run in this cluster.", id);
        }
    }

    private static void taskType(String element, String type, Liberties liberties, @Nullable String id) {
        if (TASK_TYPES.contains(type)) return;
        boolean http = type.equals("http") && element.equals("serviceTask");
        if (http && liberties.http()) return;
        throw refused(
                "task-type-refused",
                http
                        ? "An HTTP task needs a host to call, and the tenant's policy names none: an administrator adds it"
                                + " to the policy's egress."
                        : "A task of type '" + type
                                + "' leaves the engine and is refused; use an HTTP task or an external" + " worker.",
                id);
    }

    private static ProblemException refused(String code, String detail, @Nullable String id) {
        return ProblemException.refused(code, detail, id == null || id.isEmpty() ? null : id);
    }

    private static boolean isFlowable(@Nullable String namespace) {
        return namespace != null && FLOWABLE.contains(namespace);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
