package dev.wavetank.core.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a file is laid out: its line end and one step of its indentation, found by looking at it. Insertions and
/// removals go by it, so that a change adds or takes whole lines and touches no other.
///
/// @param newline the line end, empty when the file has no line breaks between its elements
/// @param step one step of indentation
/// @param selfClose how a tag without content ends: `/>`, or with a blank before it
public record XmlLayout(String newline, String step, String selfClose) {
    private static final String DEFAULT_STEP = "  ";

    static XmlLayout of(XmlElement root, String source) {
        String before = firstGap(root);
        int lastLine = before.lastIndexOf('\n');
        if (lastLine < 0) {
            String newline = root.children().isEmpty() ? lineEnd(source) : "";
            return new XmlLayout(newline, DEFAULT_STEP, selfClose(source));
        }
        String step = before.substring(lastLine + 1);
        return new XmlLayout(lineEnd(before), step.isEmpty() ? DEFAULT_STEP : step, selfClose(source));
    }

    private static String selfClose(String source) {
        int end = source.indexOf("/>");
        return end > 0 && source.charAt(end - 1) == ' ' ? " />" : "/>";
    }

    private static String lineEnd(String text) {
        int line = text.indexOf('\n');
        return line > 0 && text.charAt(line - 1) == '\r' ? "\r\n" : "\n";
    }

    private static String firstGap(XmlElement parent) {
        return parent.nodes().length > 0 && parent.nodes()[0] instanceof XmlText text && text.isBlank()
                ? text.toString()
                : "";
    }

    /// `parent` with `child` in it, after the element `previous` or, if that is empty, before all other
    /// elements.
    public XmlElement insert(XmlElement parent, Optional<XmlElement> previous, XmlElement child) {
        return insertAll(parent, previous, List.of(child));
    }

    /// `parent` with `children` in it, one behind the other.
    public XmlElement insertAll(XmlElement parent, Optional<XmlElement> previous, List<XmlElement> children) {
        List<XmlNode> nodes = new ArrayList<>(parent.content());
        String gap = gapBeforeChildren(parent);
        List<XmlNode> fresh = new ArrayList<>();
        for (XmlElement child : children) {
            fresh.add(XmlText.raw(gap));
            fresh.add(child);
        }
        if (nodes.stream().allMatch(node -> node instanceof XmlText text && text.isBlank())) {
            fresh.add(XmlText.raw(closingGap(parent)));
            nodes.clear();
        }
        nodes.addAll(
                previous.map(nodes::indexOf).orElse(-1) + 1,
                fresh.stream().filter(XmlLayout::notEmpty).toList());
        return parent.withContent(nodes);
    }

    /// `parent` with `child` as its last element.
    public XmlElement append(XmlElement parent, XmlElement child) {
        return insert(parent, parent.children().reversed().stream().findFirst(), child);
    }

    /// `parent` without `child` and without the blanks that set it on its line. A parent that is left with
    /// nothing but blanks is written closed up.
    public XmlElement remove(XmlElement parent, XmlElement child) {
        List<XmlNode> nodes = new ArrayList<>(parent.content());
        int at = nodes.indexOf(child);
        nodes.remove(at);
        if (at > 0 && nodes.get(at - 1) instanceof XmlText text && text.isBlank()) {
            nodes.remove(at - 1);
        }
        boolean hollow = nodes.stream().allMatch(node -> node instanceof XmlText text && text.isBlank());
        return parent.withContent(hollow ? List.of() : nodes);
    }

    /// `child` as it has to look inside `parent`, when it comes from elsewhere in the document.
    public XmlElement adapt(XmlElement parent, XmlElement child) {
        String gap = gapBeforeChildren(parent);
        String indent = gap.substring(gap.lastIndexOf('\n') + 1);
        String old = child.startTag().indent();
        return newline.isEmpty() || old.equals(indent) ? child : child.reindented(old, indent);
    }

    /// The white space, line break included, that stands before each child of `parent`, or would.
    public String gapBeforeChildren(XmlElement parent) {
        XmlNode[] nodes = parent.nodes();
        for (int i = 1; i < nodes.length; i++) {
            if (nodes[i] instanceof XmlElement && nodes[i - 1] instanceof XmlText text && text.isBlank()) {
                return lastLineOf(text.toString());
            }
        }
        return newline.isEmpty() ? "" : newline + parent.startTag().indent() + step;
    }

    private String closingGap(XmlElement parent) {
        return newline.isEmpty() ? "" : newline + parent.startTag().indent();
    }

    /// Of a gap with blank lines in it only the last line break counts.
    private static String lastLineOf(String gap) {
        int line = gap.lastIndexOf('\n');
        return line <= 0 ? gap : gap.substring(gap.charAt(line - 1) == '\r' ? line - 1 : line);
    }

    private static boolean notEmpty(XmlNode node) {
        return !(node instanceof XmlText text) || !text.toString().isEmpty();
    }
}
