package dev.wavetank.engine.web;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a field means, in a sentence. Flowable's names are regular, so most sentences are made of the name; those
/// that say more than the name does are listed.
final class Wording {
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("start", "How many to leave out at the beginning."),
            Map.entry("size", "How many to answer at most: 10 unless told, 10,000 at most."),
            Map.entry("sort", "By what to sort."),
            Map.entry("order", "Ascending unless told."),
            Map.entry(
                    "tenantId", "The tenant; an administrator's call names it, a tenant's call may only name its own."),
            Map.entry("withoutTenantId", "Only what belongs to the tenant without a name."),
            Map.entry("variables", "Variables with name, value and type; in a list, conditions with an operation too."),
            Map.entry("transientVariables", "Variables that are not kept: they last until the next wait state."),
            Map.entry("returnVariables", "Whether the answer has the variables."),
            Map.entry("scope", "Where the variable is: with the thing itself, or with what it is part of."),
            Map.entry("action", "What to do."),
            Map.entry("file", "The content of the file."),
            Map.entry("cascade", "Whether instances, history and jobs are deleted too."),
            Map.entry("workerId", "The worker that calls: the holder of the lock."),
            Map.entry("lockDuration", "How long the worker has, as an ISO 8601 duration such as PT10M."),
            Map.entry("retryTimeout", "When it is tried again, as an ISO 8601 duration such as PT1M."),
            Map.entry("activityMappings", "From which activity of the old version to which of the new one."),
            Map.entry("policy", "The tenant's limits and permissions; docs/tenants.md lists them."));

    private static final Pattern TAIL =
            Pattern.compile("(.+?)(LikeIgnoreCase|Like|Before|After|In|NotIn|On|IgnoreCase)");
    private static final Pattern HEAD = Pattern.compile("(include|exclude|without|with|ignore|only)([A-Z].*)");

    private Wording() {}

    static String of(String name) {
        String said = SAID.get(name);
        if (said != null) return said;
        Matcher head = HEAD.matcher(name);
        if (head.matches()) return head(head.group(1), words(head.group(2)));
        Matcher tail = TAIL.matcher(name);
        if (!tail.matches()) return sentence("The " + words(name));
        String subject = "The " + words(tail.group(1));
        return sentence(subject
                + switch (tail.group(2)) {
                    case "LikeIgnoreCase" -> ", as a pattern with % for any letters, small or capital";
                    case "Like" -> ", as a pattern with % for any letters";
                    case "IgnoreCase" -> ", in small or capital letters";
                    case "Before" -> " is before this time";
                    case "After" -> " is after this time";
                    case "On" -> " is at this time";
                    case "In" -> " is one of these";
                    case "NotIn" -> " is none of these";
                    default -> throw new IllegalStateException(name);
                });
    }

    private static String head(String verb, String what) {
        return switch (verb) {
            case "include" -> sentence("Whether the answer has the " + what + " too");
            case "exclude" -> sentence("Leaves out " + what);
            case "without" -> sentence("Only those without " + what);
            case "with" -> sentence("Only those with " + what);
            case "ignore" -> sentence("Whether the " + what + " does not count");
            case "only" -> sentence("Only the " + what);
            default -> throw new IllegalStateException(verb);
        };
    }

    /// `processDefinitionId` as `process definition id`.
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String sentence(String words) {
        return words + ".";
    }
}
