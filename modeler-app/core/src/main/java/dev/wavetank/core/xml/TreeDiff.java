package dev.wavetank.core.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What differs between two versions of one element's content, found by identity: versions share what they have
/// in common, so what is the same is skipped by comparing references and only the rest is looked at.
///
/// @param changed children that are in both, as different versions
/// @param removed children only in the earlier version
/// @param inserted children only in the later version
/// @param textChanged character data, comments or instructions that mean something differ
public record TreeDiff(List<Change> changed, List<XmlElement> removed, List<XmlElement> inserted, boolean textChanged) {

    private static final int LOOK_AHEAD = 4;

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
        List<Change> changed = new ArrayList<>(2);
        List<XmlNode> oldRest = new ArrayList<>(0);
        List<XmlNode> nowRest = new ArrayList<>(0);
        int i = start;
        int j = start;
        while (i < oldEnd && j < nowEnd) {
            if (old[i] == now[j]) {
                i++;
                j++;
                continue;
            }
            if (old[i] instanceof XmlElement one && now[j] instanceof XmlElement other && one.key() == other.key()) {
                changed.add(new Change(one, other));
                i++;
                j++;
                continue;
            }
            int removed = ahead(old, i, oldEnd, now[j]);
            int inserted = removed > 0 ? 0 : ahead(now, j, nowEnd, old[i]);
            boolean replaced = removed == 0 && inserted == 0;
            for (int end = i + (replaced ? 1 : removed); i < end; i++) {
                oldRest.add(old[i]);
            }
            for (int end = j + (replaced ? 1 : inserted); j < end; j++) {
                nowRest.add(now[j]);
            }
        }
        oldRest.addAll(Arrays.asList(old).subList(i, oldEnd));
        nowRest.addAll(Arrays.asList(now).subList(j, nowEnd));
        return oldRest.isEmpty() && nowRest.isEmpty()
                ? new TreeDiff(changed, List.of(), List.of(), false)
                : compare(changed, oldRest, nowRest);
    }

    /// How many nodes stand before `wanted`, if that comes soon: a removal takes an element and the blanks
    /// before it, so that both versions are in step again right behind it. 0 if it is not found.
    private static int ahead(XmlNode[] nodes, int from, int end, XmlNode wanted) {
        for (int i = from + 1; i < end && i <= from + LOOK_AHEAD; i++) {
            if (nodes[i] == wanted) {
                return i - from;
            }
        }
        return 0;
    }

    /// @param changed what is known already, to which more comes
    private static TreeDiff compare(List<Change> changed, List<XmlNode> old, List<XmlNode> now) {
        Map<Integer, XmlElement> gone = new HashMap<>();
        StringBuilder oldText = new StringBuilder();
        for (XmlNode node : old) {
            switch (node) {
                case XmlElement element -> gone.put(element.key(), element);
                case XmlText text -> appendMeaning(text, oldText);
            }
        }
        List<XmlElement> inserted = new ArrayList<>();
        StringBuilder nowText = new StringBuilder();
        for (XmlNode node : now) {
            switch (node) {
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
