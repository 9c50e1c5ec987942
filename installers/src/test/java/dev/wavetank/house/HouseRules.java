package dev.wavetank.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The rules of the house that no compiler holds. Each answers one sentence per offence, which says how to mend it.
final class HouseRules {
    static final int LONGEST_FILE = 600;

    private static final Pattern BROKEN_DOC = Pattern.compile("^\\s*//// ?.*|^\\s*///[^\\s/].*");
    private static final Pattern BARE_DISABLED = Pattern.compile("@Disabled(\\(\\s*\\))?\\s*$");
    private static final Pattern SLEEP = Pattern.compile("\\bThread\\.sleep\\s*\\(");
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern AUTHOR = Pattern.compile("@author\\b");

    private HouseRules() {}

    static List<String> check(String name, List<String> lines) {
        List<String> offences = new ArrayList<>();
        if (lines.size() > LONGEST_FILE) {
            offences.add(
                    name + " has " + lines.size() + " lines; split it by concept, " + LONGEST_FILE + " is the most.");
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String where = name + ":" + (i + 1);
            if (BROKEN_DOC.matcher(line).matches()) {
                offences.add(where + " is a broken documentation line; write `/// ` with one blank after the slashes.");
            }
            if (BARE_DISABLED.matcher(line).find()) {
                offences.add(where + " disables a test without a reason; write @Disabled(\"why\").");
            }
            if (SLEEP.matcher(line).find()) {
                offences.add(where + " sleeps; wait for a condition with a deadline instead.");
            }
            if (LEFT_OVER.matcher(line).find()) {
                offences.add(where + " carries a left-over mark; do it, or file an issue.");
            }
            if (AUTHOR.matcher(line).find()) {
                offences.add(where + " names an author; the history does that.");
            }
        }
        return offences;
    }
}
