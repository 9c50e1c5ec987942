package dev.wavetank.core.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What differs between two versions of one element's content, found by identity: versions share what they have
/// in common, so the common ends are skipped by comparing references and only the middle is looked at.
///
/// @param changed children that are in both, as different versions
/// @param removed children only in the earlier version
/// @param inserted children only in the later version
/// @param textChanged character data, comments or instructions that mean something differ
public record TreeDiff(List<Change> changed, List<XmlElement> removed, List<XmlElement> inserted, boolean textChanged) {

    /// One element at two times.
    public record Change(XmlElement before, XmlElement after) {}

    public static TreeDiff between(XmlElement before, XmlElement after) {
        XmlNode[] old = before.nodes();
        XmlNode[] now = after.nodes();
        int start = 0;
        while (start < old.length && start < now.length && old[start] == now[start]) {
            start++;
        }
        int oldEnd = old.length;
        int nowEnd = now.length;
        while (oldEnd > start && nowEnd > start && old[oldEnd - 1] == now[nowEnd - 1]) {
            oldEnd--;
            nowEnd--;
        }
        return compare(old, oldEnd, now, nowEnd, start);
    }

    private static TreeDiff compare(XmlNode[] old, int oldEnd, XmlNode[] now, int nowEnd, int start) {
        Map<Integer, XmlElement> gone = new HashMap<>();
        StringBuilder oldText = new StringBuilder();
        for (int i = start; i < oldEnd; i++) {
            switch (old[i]) {
                case XmlElement element -> gone.put(element.key(), element);
                case XmlText text -> appendMeaning(text, oldText);
            }
        }
        List<Change> changed = new ArrayList<>();
        List<XmlElement> inserted = new ArrayList<>();
        StringBuilder nowText = new StringBuilder();
        for (int i = start; i < nowEnd; i++) {
            switch (now[i]) {
                case XmlElement element -> {
                    XmlElement earlier = gone.remove(element.key());
                    if (earlier == null) {
                        inserted.add(element);
                    } else if (earlier != element) {
                        changed.add(new Change(earlier, element));
                    }
                }
                case XmlText text -> appendMeaning(text, nowText);
            }
        }
        return new TreeDiff(
                changed,
                List.copyOf(gone.values()),
                inserted,
                !oldText.toString().contentEquals(nowText));
    }

    private static void appendMeaning(XmlText text, StringBuilder out) {
        if (!text.isBlank()) {
            text.appendTo(out);
        }
    }
}
