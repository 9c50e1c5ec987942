package dev.wavetank.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.StartInstance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        description = "Start instances of a deployed process.",
        footer = {"", "Example:", "  wavetank start order-fulfilment --var amount=250 --var customer=Ada -n 10"})
final class StartCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    @Parameters(paramLabel = "KEY", description = "The id of the process.")
    private String key = "";

    @Option(
            names = {"-n", "--count"},
            defaultValue = "1",
            paramLabel = "N",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int count = 1;

    @Option(
            names = "--var",
            paramLabel = "NAME=VALUE",
            description = "A variable; true, 12 and {\"a\":1} are taken as JSON, anything else as text.")
    private Map<String, String> variables = Map.of();

    @Option(names = "--business-key", defaultValue = "", paramLabel = "KEY", description = "A key of your own.")
    private String businessKey = "";

    @Option(
            names = "--tenant",
            defaultValue = "default",
            paramLabel = "NAME",
            description = "Whose process (default: ${DEFAULT-VALUE}).")
    private String tenant = "default";

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    StartCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException {
        Map<String, Object> values = new LinkedHashMap<>();
        variables.forEach((name, text) -> values.put(name, value(text)));
        try (Cluster cluster = access.attach()) {
            for (int i = 0; i < count; i++) {
                StartInstance start = new StartInstance(
                        key,
                        businessKey,
                        values,
                        tenant,
                        Optional.of(UUID.randomUUID().toString()));
                terminal.out()
                        .println("Started " + cluster.gateway().start(start).id());
            }
        }
        return ExitCode.OK;
    }

    private static Object value(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
