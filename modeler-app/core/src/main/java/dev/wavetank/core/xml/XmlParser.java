package dev.wavetank.core.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.wavetank.core.xml.DocumentException.Code;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/// One pass over one source text. Woodstox decides what is well formed and where each event begins and ends;
/// the text between those offsets is kept, the events' own idea of it is not. Namespaces are resolved here,
/// since Woodstox would refuse an undeclared prefix.
final class XmlParser {
    /// An element whose end has not been seen yet.
    private static final class Open {
        final int key;
        final XmlName name;
        final List<XmlAttribute> attributes;
        final Slice startTag;
        final List<XmlNode> content = new ArrayList<>();
        final Map<String, String> outerScope;

        Open(int key, XmlName name, List<XmlAttribute> attributes, Slice startTag, Map<String, String> outerScope) {
            this.key = key;
            this.name = name;
            this.attributes = attributes;
            this.startTag = startTag;
            this.outerScope = outerScope;
        }
    }

    /// Longer ones seldom come twice.
    private static final int LONG_VALUE = 64;

    private final String source;
    private final XmlReader.Limits limits;
    private final XMLInputFactory factory;
    private final Map<XmlName, XmlName> names = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<XmlText> prolog = new ArrayList<>();
    private final List<XmlText> epilog = new ArrayList<>();
    private final List<XmlElement> roots = new ArrayList<>();
    private Map<String, String> scope;
    private int nextKey;
    private int position;

    /// @param factory made by [#factory], which takes longer than reading a small piece
    XmlParser(
            String source, XmlReader.Limits limits, XMLInputFactory factory, Map<String, String> scope, int firstKey) {
        this.source = source;
        this.factory = factory;
        this.limits = limits;
        this.scope = new HashMap<>(scope);
        this.scope.put("xml", "http://www.w3.org/XML/1998/namespace");
        this.nextKey = firstKey;
    }

    XmlDocument document(Encoding encoding) throws DocumentException {
        XmlElement root = element();
        return new XmlDocument(encoding, XmlLayout.of(root, source), prolog, root, epilog, nextKey);
    }

    XmlElement element() throws DocumentException {
        try {
            XMLStreamReader2 reader = (XMLStreamReader2) factory.createXMLStreamReader(new StringReader(source));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new DocumentException(
                            Code.DOCTYPE,
                            "The file has a DOCTYPE. BPMN has none, and it can hide harmful entities: remove it.");
                }
                accept(event, reader);
            }
            textUpTo(source.length());
            reader.close();
            return roots.getFirst();
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
    }

    static XMLInputFactory factory(XmlReader.Limits limits) {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory2.P_REPORT_PROLOG_WHITESPACE, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) limits.elements());
        return factory;
    }

    private void accept(int event, XMLStreamReader2 reader) throws XMLStreamException {
        int start = Math.toIntExact(reader.getLocationInfo().getStartingCharOffset());
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                textUpTo(start);
                open(reader, start, Math.toIntExact(reader.getLocationInfo().getEndingCharOffset()));
            }
            case XMLStreamConstants.END_ELEMENT -> {
                if (source.startsWith("</", start)) {
                    textUpTo(start);
                    close(start, Math.toIntExact(reader.getLocationInfo().getEndingCharOffset()));
                } else {
                    close(position, position); // of `<a/>`, which has ended where it began
                }
            }
            case XMLStreamConstants.COMMENT -> run(XmlText.Kind.COMMENT, start, source.indexOf("-->", start + 4) + 3);
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                run(XmlText.Kind.INSTRUCTION, start, source.indexOf("?>", start) + 2);
            case XMLStreamConstants.CDATA -> run(XmlText.Kind.CDATA, start, source.indexOf("]]>", start) + 3);
            default -> {} // characters: whatever lies between two tags is taken when the second one comes
        }
    }

    private void open(XMLStreamReader2 reader, int start, int end) {
        Map<String, String> outer = scope;
        int count = reader.getAttributeCount();
        for (int i = 0; i < count; i++) {
            declare(reader.getAttributeLocalName(i), reader.getAttributeValue(i), outer);
        }
        List<XmlAttribute> attributes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            attributes.add(
                    new XmlAttribute(name(reader.getAttributeLocalName(i), false), value(reader.getAttributeValue(i))));
        }
        XmlName name = name(reader.getLocalName(), true);
        open.push(new Open(nextKey++, name, List.copyOf(attributes), new Slice(source, start, end), outer));
        position = end;
    }

    private void declare(String qualified, String value, Map<String, String> outer) {
        if (qualified.equals("xmlns") || qualified.startsWith("xmlns:")) {
            if (scope == outer) {
                scope = new HashMap<>(outer);
            }
            scope.put(qualified.equals("xmlns") ? "" : qualified.substring("xmlns:".length()), value);
        }
    }

    private XmlName name(String qualified, boolean takesDefault) {
        int colon = qualified.indexOf(':');
        String prefix = colon < 0 ? "" : qualified.substring(0, colon);
        String namespace = prefix.isEmpty() && !takesDefault ? "" : scope.getOrDefault(prefix, "");
        XmlName name = new XmlName(prefix, namespace, qualified.substring(colon + 1));
        XmlName known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    /// Ids stand at the element, at its shape and at its flows, and many coordinates are the same: each is kept once.
    private String value(String read) {
        if (read.length() > LONG_VALUE) {
            return read;
        }
        String known = values.putIfAbsent(read, read);
        return known == null ? read : known;
    }

    private void close(int start, int end) {
        Open done = open.pop();
        scope = done.outerScope;
        XmlNode[] content = done.content.toArray(XmlNode[]::new);
        Slice endTag = new Slice(source, start, end);
        add(new XmlElement(done.key, done.name, done.attributes, done.startTag, content, endTag, true));
        position = end;
    }

    private void add(XmlElement element) {
        if (open.isEmpty()) {
            roots.add(element);
        } else {
            open.getFirst().content.add(element);
        }
    }

    private void textUpTo(int end) {
        if (end > position) {
            text(XmlText.Kind.CHARACTERS, position, end);
        }
    }

    private void run(XmlText.Kind kind, int start, int end) {
        if (start < position) { // the rest of a CDATA section, which comes in several events around a line end
            return;
        }
        textUpTo(start);
        text(kind, start, end);
    }

    private void text(XmlText.Kind kind, int start, int end) {
        XmlText text = new XmlText(kind, source, start, end);
        if (!open.isEmpty()) {
            open.getFirst().content.add(text);
        } else if (roots.isEmpty()) {
            prolog.add(text);
        } else {
            epilog.add(text);
        }
        position = end;
    }

    private DocumentException refusal(XMLStreamException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.contains("Maximum Element Depth")) {
            return new DocumentException(
                    Code.TOO_DEEP,
                    "Elements are nested deeper than " + limits.depth() + ", the most that is opened.",
                    e);
        }
        if (reason.toLowerCase(Locale.ROOT).matches("(?s).*(limit|maximum).*exceeded.*")) {
            return new DocumentException(
                    Code.TOO_LARGE,
                    "The file has more elements, attributes or text in one place than can be opened.",
                    e);
        }
        Location at = e.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")";
        OptionalInt line = at == null ? OptionalInt.empty() : OptionalInt.of(at.getLineNumber());
        return new DocumentException(
                Code.NOT_XML, line, "The file is not well-formed XML" + where + ": " + firstLine(reason), e);
    }

    private static String firstLine(String text) {
        int line = text.indexOf('\n');
        return line < 0 ? text : text.substring(0, line);
    }
}
