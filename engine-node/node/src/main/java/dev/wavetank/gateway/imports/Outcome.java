package dev.wavetank.gateway.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a file, as the answer tells it.
@JsonInclude(JsonInclude.Include.NON_NULL)
final class Outcome {
    /// @param line in the file, counted from 1
    record Failure(int line, String sentence) {}

    /// The key of a tenant that was created, told this once.
    record Key(String tenant, String key) {}

    /// More are counted, not listed.
    private static final int LISTED = 1000;

    public int rows;
    public int created;
    public int changed;
    public int unchanged;
    public int users;
    public int failed;
    public final List<Failure> failures = new ArrayList<>();
    public final List<Key> keys = new ArrayList<>();
    /// Why the rest of the file was not read; null if all was.
    public @Nullable String stopped;

    void failed(int line, String sentence) {
        failed++;
        if (failures.size() < LISTED) failures.add(new Failure(line, sentence));
    }
}
