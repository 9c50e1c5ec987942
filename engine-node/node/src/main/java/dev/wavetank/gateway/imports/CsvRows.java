package dev.wavetank.gateway.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.policy.TenantPolicy;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.config.StrictJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tenants as CSV (RFC 4180): a line of names first, then a line for each user, or for a tenant without one.
/// `tenant` is required; `name`, `user`, `firstName`, `lastName`, `email`, `groups` (apart by `;`) and the
/// numbers of a policy may follow in any order.
final class CsvRows implements Rows {
    private static final Set<String> TEXTS =
            Set.of("tenant", "name", "user", "firstName", "lastName", "email", "groups");
    private static final Set<String> NUMBERS = Set.of(
            "instances", "jobs", "definitions", "requestsPerSecond", "callsAtATime", "eventStreams", "historyDays");
    private static final int LONGEST_FIELD = 4000;

    private final Reader in;
    private final List<String> columns;
    private int line = 1;

    /// @throws ProblemException 400 with a sentence if the first line does not name the columns
    CsvRows(Reader source) throws IOException {
        this.in = new BufferedReader(source);
        List<String> names = record();
        if (!names.isEmpty() && names.getFirst().startsWith("\ufeff")) {
            names.set(0, names.getFirst().substring(1));
        }
        this.columns = names.stream().map(String::strip).toList();
        if (!columns.contains("tenant")) {
            throw ProblemException.badRequest("The first line names the columns, among them 'tenant'.");
        }
        for (String column : columns) {
            if (!TEXTS.contains(column) && !NUMBERS.contains(column)) {
                throw ProblemException.badRequest("There is no column '" + column + "'.");
            }
        }
    }

    @Override
    public Optional<Row> next() throws IOException, BadRowException {
        while (true) {
            int at = line;
            List<String> fields = record();
            if (fields.isEmpty()) return Optional.empty();
            if (fields.size() == 1 && fields.getFirst().isBlank()) continue;
            if (fields.size() != columns.size()) {
                throw new BadRowException(
                        at, "The line has " + fields.size() + " fields, the first has " + columns.size() + ".");
            }
            return Optional.of(row(at, fields));
        }
    }

    private Row row(int at, List<String> fields) throws BadRowException {
        Map<String, String> values = new LinkedHashMap<>();
        ObjectNode policy = Json.object();
        for (int i = 0; i < columns.size(); i++) {
            String value = fields.get(i).strip();
            if (value.isEmpty()) continue;
            if (NUMBERS.contains(columns.get(i))) policy.put(columns.get(i), number(at, columns.get(i), value));
            else values.put(columns.get(i), value);
        }
        return new Row(
                at,
                values.getOrDefault("tenant", ""),
                values.get("name"),
                policy(at, policy),
                values.containsKey("user") ? List.of(user(values)) : List.of());
    }

    private static Row.User user(Map<String, String> values) {
        return new Row.User(
                values.getOrDefault("user", ""),
                values.get("firstName"),
                values.get("lastName"),
                values.get("email"),
                Arrays.stream(values.getOrDefault("groups", "").split(";"))
                        .map(String::strip)
                        .filter(group -> !group.isEmpty())
                        .toList());
    }

    private static @Nullable TenantPolicy policy(int at, ObjectNode policy) throws BadRowException {
        if (policy.isEmpty()) return null;
        try {
            return StrictJson.read(policy, TenantPolicy.class);
        } catch (ProblemException wrong) {
            throw new BadRowException(at, wrong.detail());
        }
    }

    private static int number(int at, String column, String value) throws BadRowException {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new BadRowException(at, column + " must be a whole number, not '" + value + "'.");
        }
    }

    /// The fields of the next record, quotes removed; none at the end.
    private List<String> record() throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            begun = true;
            if (c == '\n') line++;
            if (quoted) {
                if (c != '"') {
                    field.append((char) c);
                } else if (peek() == '"') {
                    field.append((char) in.read());
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                fields.add(field.toString());
                return fields;
            } else if (c != '\r') {
                field.append((char) c);
            }
            if (field.length() > LONGEST_FIELD) {
                throw new IOException("A field has more than " + LONGEST_FIELD + " characters; is a quote missing?");
            }
        }
        if (begun) fields.add(field.toString());
        return fields;
    }

    private int peek() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next;
    }
}
