package dev.wavetank.cluster.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The image's own description, as the Docker image specification v1.2 has it.
final class ImageConfig {
    private static final JsonMapper JSON = new JsonMapper();

    private ImageConfig() {}

    static byte[] config(List<Layer> layers, String classPath, boolean aotCache, boolean busybox, Instant created) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("User", ImageLayout.USER + ":" + ImageLayout.USER);
        run.put("WorkingDir", "/tmp");
        run.put(
                "Env",
                List.of(
                        "PATH=/" + ImageLayout.JAVA + "/bin:/bin",
                        "WAVETANK_CLASS_PATH=" + classPath,
                        "WAVETANK_AOT_CACHE=" + (aotCache ? "/" + ImageLayout.AOT_CACHE : "")));
        run.put("Entrypoint", List.of("/" + ImageLayout.JAVA + "/bin/java"));
        run.put("Labels", Map.of("dev.wavetank.image", "node"));
        if (busybox) {
            Map<String, Object> health = new LinkedHashMap<>();
            health.put(
                    "Test",
                    List.of(
                            "CMD",
                            "/bin/busybox",
                            "wget",
                            "-q",
                            "-T",
                            "2",
                            "-O",
                            "/dev/null",
                            "http://127.0.0.1:8080/health/ready"));
            health.put("Interval", 15_000_000_000L);
            health.put("Timeout", 5_000_000_000L);
            health.put("StartPeriod", 30_000_000_000L);
            health.put("Retries", 3);
            run.put("Healthcheck", health);
        }
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("created", created.toString());
        config.put("architecture", System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64");
        config.put("os", "linux");
        config.put("config", run);
        config.put(
                "rootfs",
                Map.of(
                        "type",
                        "layers",
                        "diff_ids",
                        layers.stream().map(layer -> "sha256:" + layer.digest()).toList()));
        config.put(
                "history",
                layers.stream()
                        .map(layer -> Map.of("created", created.toString(), "created_by", "wavetank"))
                        .toList());
        return json(config);
    }

    static byte[] manifest(List<Layer> layers, String configName, String tag) {
        Map<String, Object> image = new LinkedHashMap<>();
        image.put("Config", configName);
        image.put("RepoTags", List.of(tag));
        image.put(
                "Layers",
                layers.stream().map(layer -> layer.digest() + "/layer.tar").toList());
        return json(List.of(image));
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers are always writable", e);
        }
    }
}
