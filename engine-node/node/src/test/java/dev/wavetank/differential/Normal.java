package dev.wavetank.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// Makes the answers of two servers comparable: ids are renamed by the order in which they appear, the present
/// time and durations lose their digits, addresses their host. Lists that the call did not sort are sorted.
final class Normal {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("202\\d-\\d\\d-\\d\\dT[\\d:.]+(?=[Z+-])");
    private static final Pattern HOST = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Set<String> MEASURED = Set.of("durationInMillis", "workTimeInMillis");

    private final Map<String, String> names = new HashMap<>();

    Side.Answer of(Side.Answer answer) {
        JsonNode body = plain(answer.body(), "");
        return new Side.Answer(
                answer.call(),
                answer.status(),
                answer.media(),
                renamed(answer.call().contains("sort=") ? body : sorted(body)));
    }

    /// All but the ids, fields in the order of their names.
    private static JsonNode plain(JsonNode node, String field) {
        if (node instanceof ObjectNode object) {
            Map<String, JsonNode> fields = new TreeMap<>();
            object.properties().forEach(one -> fields.put(one.getKey(), plain(one.getValue(), one.getKey())));
            return new ObjectNode(JsonNodeFactory.instance, fields);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> items.add(plain(item, field)));
            return items;
        }
        if (node.isNumber() && MEASURED.contains(field)) return JsonNodeFactory.instance.textNode("<measured>");
        if (node.isTextual()) {
            String text = HOST.matcher(node.asText()).replaceAll("<host>");
            return JsonNodeFactory.instance.textNode(
                    TIME.matcher(text).replaceAll(time -> time.group().replaceAll("\\d", "0")));
        }
        return node;
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(one -> one.setValue(sorted(one.getValue())));
            return object;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = StreamSupport.stream(array.spliterator(), false)
                    .map(Normal::sorted)
                    .sorted(Comparator.comparing(
                            item -> ID.matcher(item.toString()).replaceAll("")))
                    .toList();
            return JsonNodeFactory.instance.arrayNode().addAll(items);
        }
        return node;
    }

    private JsonNode renamed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(one -> one.setValue(renamed(one.getValue())));
            return object;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> items.add(renamed(item)));
            return items;
        }
        if (!node.isTextual()) return node;
        return JsonNodeFactory.instance.textNode(ID.matcher(node.asText())
                .replaceAll(id -> Matcher.quoteReplacement(
                        names.computeIfAbsent(id.group(), unseen -> "#" + (names.size() + 1)))));
    }
}
