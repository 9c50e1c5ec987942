package dev.wavetank.core.validation.schema;

import dev.wavetank.core.validation.ElementWords;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXParseException;

/// One violation of the schema, put from the validator's words into ours.
///
/// The validator's messages begin with the name of the clause of the XML Schema specification (`cvc-…`), which
/// is stable; the arguments are read from the English text behind it. A clause that is not in the table keeps
/// the validator's own words.
///
/// @param subject what it is about: an attribute, a child element, a value; empty where nothing is named
record Violation(String code, String sentence, String subject) {
    static final String DANGLING_REFERENCE = "schema/dangling-reference";
    static final String BAD_VALUE = "schema/bad-value";
    static final String DUPLICATE_ID = "schema/duplicate-id";
    private static final String REASON = "schema/reason";
    private static final Pattern CLAUSE =
            Pattern.compile("(cvc-[A-Za-z0-9.-]+|UndeclaredPrefix): (.*)", Pattern.DOTALL);

    /// How one clause reads to a person: `%1`, `%2`, … are the groups of the pattern, `%w` is the element.
    private record Wording(String clause, String code, Pattern pattern, String sentence) {
        Wording(String clause, String code, String pattern, String sentence) {
            this(clause, code, Pattern.compile(pattern, Pattern.DOTALL), sentence);
        }
    }

    private static final List<Wording> WORDINGS = List.of(
            new Wording(
                    "cvc-complex-type.4",
                    "schema/missing-attribute",
                    "Attribute '(.*?)' must appear on.*",
                    "%w has no attribute '%1', which BPMN requires."),
            new Wording(
                    "cvc-complex-type.3.2.2",
                    "schema/unknown-attribute",
                    "Attribute '(.*?)' is not allowed.*",
                    "%w has an attribute '%1', which BPMN does not know here. An attribute of another tool needs a"
                            + " namespace of its own."),
            new Wording(
                    "cvc-complex-type.2.4.a",
                    "schema/unexpected-element",
                    "Invalid content was found starting with element '(.*?)'\\. One of '(.*)' is expected.*",
                    "%w must not stand here. BPMN expects %2 at this place; check the order of the elements."),
            new Wording(
                    "cvc-complex-type.2.4.b",
                    "schema/missing-element",
                    "The content of element '(.*?)' is not complete\\. One of '(.*)' is expected.*",
                    "%w is not complete: it still needs %2."),
            new Wording(
                    "cvc-complex-type.2.4.d",
                    "schema/unexpected-element",
                    "Invalid content was found starting with element '(.*?)'.*",
                    "%w must not stand here: nothing more may follow at this place; check the order of the elements."),
            new Wording(
                    "cvc-complex-type.2.4.c",
                    "schema/unknown-element",
                    ".*for element '(.*?)'.*",
                    "%w is not an element that BPMN knows."),
            new Wording(
                    "cvc-complex-type.2.3",
                    "schema/stray-text",
                    "Element '(.*?)' cannot have character.*",
                    "%w contains text where only elements may stand."),
            new Wording(
                    "cvc-complex-type.2.1", "schema/not-empty", "Element '(.*?)' must have no.*", "%w must be empty."),
            new Wording(
                    "cvc-attribute.3",
                    BAD_VALUE,
                    "The value '(.*?)' of attribute '(.*?)' on element.*",
                    "%w has the value '%1' in attribute '%2', which is not allowed%r."),
            new Wording(
                    "cvc-type.3.1.3",
                    BAD_VALUE,
                    "The value '(.*?)' of element.*",
                    "%w has the content '%1', which is not allowed%r."),
            new Wording(
                    "cvc-id.1",
                    DANGLING_REFERENCE,
                    ".*IDREF '(.*?)'.*",
                    "Something refers to '%1', but no element of this document has that id."),
            new Wording(
                    "cvc-id.2",
                    DUPLICATE_ID,
                    ".*ID value '(.*?)'.*",
                    "The id '%1' is used more than once. Each id must be unique in the document."),
            new Wording(
                    "cvc-elt.1.a",
                    "schema/unknown-element",
                    ".*declaration of element '(.*?)'.*",
                    "'%1' is not an element that BPMN knows."),
            new Wording(
                    "cvc-elt.4.2",
                    "schema/unknown-type",
                    "Cannot resolve '(.*?)' to a type.*",
                    "%w names the type '%1', which BPMN does not know."),
            new Wording(
                    "cvc-enumeration-valid", REASON, "Value '(.*?)' .* enumeration '\\[(.*)]'.*", "; BPMN allows %2"),
            new Wording(
                    "cvc-datatype-valid.1.2.1",
                    REASON,
                    "'(.*?)' is not a valid value for '(.*?)'.*",
                    "; it must be %t"),
            new Wording("cvc-pattern-valid", REASON, "Value '(.*?)' .*", "; it does not have the required form"),
            new Wording(
                    "cvc-minInclusive-valid",
                    REASON,
                    "Value '(.*?)' .* minInclusive '(.*?)'.*",
                    "; it must be at least %2"));

    Violation(String code, String sentence) {
        this(code, sentence, "");
    }

    /// @param reason why the value named in this message is wrong, as an earlier message said it
    /// @param where the element in words
    static Violation of(String message, @Nullable String reason, String where) {
        Matcher clause = CLAUSE.matcher(message);
        if (!clause.matches()) {
            return new Violation("schema/violation", ElementWords.sentence(where) + ": " + message);
        }
        for (Wording wording : WORDINGS) {
            Matcher arguments = wording.pattern().matcher(clause.group(2));
            if (wording.clause().equals(clause.group(1)) && arguments.matches()) {
                return new Violation(wording.code(), fill(wording, arguments, reason, where), arguments.group(1));
            }
        }
        return isAboutValue(clause.group(1))
                ? new Violation(REASON, "; " + clause.group(2))
                : new Violation("schema/violation", ElementWords.sentence(where) + ": " + clause.group(2));
    }

    static Violation notWellFormed(SAXParseException e) {
        return new Violation(
                "schema/not-well-formed",
                "The XML is broken at line %d, column %d: %s"
                        .formatted(e.getLineNumber(), e.getColumnNumber(), e.getMessage()));
    }

    /// True for the first half of a pair: it says why a value is wrong, and the message after it says where.
    boolean isReasonOnly() {
        return code.equals(REASON);
    }

    /// False for what is only known at the end of the document.
    boolean concernsOneElement() {
        return !code.equals(DANGLING_REFERENCE) && !code.equals("schema/not-well-formed");
    }

    private static boolean isAboutValue(String clause) {
        return clause.matches(
                "cvc-(datatype|length|minLength|maxLength|minExclusive|maxInclusive|maxExclusive|totalDigits"
                        + "|fractionDigits).*");
    }

    private static String fill(Wording wording, Matcher arguments, @Nullable String reason, String where) {
        String second = arguments.groupCount() > 1 ? arguments.group(2) : "";
        String text = wording.sentence()
                .replace("%w", where)
                .replace("%r", Optional.ofNullable(reason).orElse(""))
                .replace("%1", localName(arguments.group(1)))
                .replace("%2", wording.clause().startsWith("cvc-complex-type.2.4") ? expected(second) : second)
                .replace("%t", type(second));
        return wording.code().equals(REASON) ? text : ElementWords.sentence(text);
    }

    private static String localName(String name) {
        return name.startsWith("{") ? name.substring(name.lastIndexOf(':') + 1).replaceAll("[}\"]", "") : name;
    }

    /// `{"http://…/MODEL":incoming, "http://…/MODEL":outgoing}` as `incoming or outgoing`, at most six names.
    private static String expected(String names) {
        List<String> all = Arrays.stream(names.replaceAll("[{}]", "").split(", "))
                .map(name -> name.substring(name.lastIndexOf(':') + 1)
                        .replace("WC[##other", "an element of another namespace"))
                .filter(name -> !name.contains("\""))
                .distinct()
                .toList();
        String head = all.stream().limit(6).collect(Collectors.joining(", "));
        if (all.size() > 6) {
            return "one of " + head + ", …";
        }
        return all.size() > 1 ? "one of " + head : head;
    }

    private static String type(String xsdType) {
        return switch (xsdType) {
            case "boolean" -> "true or false";
            case "integer", "int", "long" -> "a whole number";
            case "double", "decimal", "float" -> "a number";
            case "NCName", "ID", "IDREF" ->
                "a name that begins with a letter or underscore and has no blanks or colons";
            case "QName" -> "the id of an element (a name without blanks)";
            case "anyURI" -> "a URI";
            default -> "of the type " + xsdType;
        };
    }
}
