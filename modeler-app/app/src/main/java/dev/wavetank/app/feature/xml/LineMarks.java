package dev.wavetank.app.feature.xml;

import dev.wavetank.core.xml.XmlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// The marked lines of a text: those of the selected element, and the one that cannot be read.
final class LineMarks {
    /// A process has as many lines as the file; its first ones show where it is.
    private static final int MOST = 200;

    private final CodeArea area;
    private int first = -1;
    private int last = -1;
    private int error = -1;

    LineMarks(CodeArea area) {
        this.area = area;
    }

    /// @param show whether to bring it into view
    void selected(Optional<XmlDocument.Span> span, boolean show) {
        int from = -1;
        int to = -1;
        if (span.isPresent() && span.get().end() <= area.getLength()) {
            from = line(span.get().start());
            to = Math.min(line(Math.max(span.get().start(), span.get().end() - 1)), from + MOST);
        }
        if (from == first && to == last) {
            return;
        }
        List<Integer> changed = new ArrayList<>(lines());
        first = from;
        last = to;
        changed.addAll(lines());
        changed.stream().distinct().forEach(this::style);
        if (show && first >= 0) {
            area.showParagraphAtTop(Math.max(0, first - 3));
        }
    }

    /// Marks one line, as that of a selected element.
    ///
    /// @param line from 1; 0 for none
    void found(int line) {
        int before = first;
        first = line - 1;
        last = line - 1;
        style(before);
        style(first);
    }

    /// @param line from 1; 0 for none
    void error(int line) {
        int before = error;
        error = line - 1;
        style(before);
        style(error);
    }

    private List<Integer> lines() {
        List<Integer> lines = new ArrayList<>();
        for (int line = Math.max(0, first); first >= 0 && line <= last; line++) {
            lines.add(line);
        }
        return lines;
    }

    private int line(int position) {
        return area.offsetToPosition(position, Bias.Forward).getMajor();
    }

    private void style(int line) {
        if (line < 0 || line >= area.getParagraphs().size()) {
            return;
        }
        List<String> styles = new ArrayList<>();
        if (first >= 0 && line >= first && line <= last) {
            styles.add("xml-selected");
        }
        if (line == error) {
            styles.add("xml-error");
        }
        area.setParagraphStyle(line, styles);
    }
}
