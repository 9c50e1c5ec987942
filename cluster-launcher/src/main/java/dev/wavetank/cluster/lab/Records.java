package dev.wavetank.cluster.lab;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;

/// Keeps what a report was made from, so that anyone can judge it again.
final class Records {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Records() {}

    static void write(Path folder, Observation observation) throws IOException {
        JSON.writeValue(folder.resolve("instances.json").toFile(), observation.instances());
        JSON.writeValue(folder.resolve("steps.json").toFile(), observation.activities());
        JSON.writeValue(folder.resolve("step-ledger.json").toFile(), observation.ledger());
        JSON.writeValue(folder.resolve("step-writes.json").toFile(), observation.writes());
        JSON.writeValue(folder.resolve("fault.json").toFile(), observation.fault());
    }
}
