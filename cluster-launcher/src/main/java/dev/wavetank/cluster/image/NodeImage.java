package dev.wavetank.cluster.image;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.image.TarWriter.Owner;
import dev.wavetank.cluster.runtime.AotCache;
import dev.wavetank.cluster.runtime.Disk;
import dev.wavetank.cluster.runtime.FileLock;
import dev.wavetank.cluster.runtime.Fingerprint;
import dev.wavetank.cluster.runtime.NodeCommand;
import dev.wavetank.cluster.runtime.NodeProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The image that every container of a cluster runs, under a tag that is the hash of what it is made from.
public final class NodeImage {
    /// Rises when the image is laid out in another way.
    private static final String FORM = "1";

    private static final Owner ROOT_FOLDER = new Owner(0, 0, 0755);
    private static final Owner ROOT_FILE = new Owner(0, 0, 0644);
    private static final Owner ROOT_PROGRAM = new Owner(0, 0, 0755);
    private static final Owner NODE_FOLDER = new Owner(ImageLayout.USER, ImageLayout.USER, 0700);

    private final Path jdk;
    private final Path cache;

    /// @param jdk   what the image's Java runtime is linked from
    /// @param cache where layers, the runtime and caches are kept
    public NodeImage(Path jdk, Path cache) {
        this.jdk = jdk;
        this.cache = cache.resolve("image");
    }

    /// The tag of this program's image. Changes with the program, the JDK and the form of the image.
    public String tag(NodeProgram program) throws ClusterException {
        try {
            return "wavetank/node:"
                    + new Fingerprint()
                            .add(FORM)
                            .add(program.hash())
                            .add(NodeCommand.flags().toString())
                            .addContent(jdk.resolve("release"))
                            .value();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Builds the image and loads it, unless it is there.
    ///
    /// @return its tag
    /// @throws ClusterException with code `IMAGE_BUILD_FAILED`, `DISK_FULL` or `CANCELLED`
    public String build(NodeProgram program, ImageStore store, Progress progress, CancelToken cancel)
            throws ClusterException {
        String tag = tag(program);
        if (store.has(tag)) {
            progress.report(1, "The node image " + tag + " is there");
            return tag;
        }
        try (FileLock lock = FileLock.acquire(cache.resolve("lock"), cancel)) {
            if (store.has(tag)) return tag;
            progress.report(0.02, "Building the node image (once per version): linking a Java runtime");
            JavaRuntime runtime = JavaRuntime.link(jdk, cache, cancel);
            progress.report(0.35, "Building the node image: rehearsing the node's start");
            NodeProgram staged = stage(program);
            Optional<Path> aot = new AotCache(cache.resolve("aot")).make(runtime.home(), staged, Progress.NONE, cancel);
            progress.report(0.7, "Building the node image: writing its layers");
            SystemFiles system = SystemFiles.of(runtime.home());
            List<Layer> layers = layers(runtime, system, staged, aot);
            cancel.check();
            progress.report(0.8, "Loading the node image into the Docker engine");
            load(tag, layers, staged, aot.isPresent(), system.busybox().isPresent(), store, cancel);
            store.prune(tag);
            prune(staged, aot);
            progress.report(1, "The node image " + tag + " is built");
            return tag;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Copies the jars with a fixed time: the cache made on them must fit the jars in the image.
    private NodeProgram stage(NodeProgram program) throws IOException, ClusterException {
        Path folder = cache.resolve("lib-" + program.hash());
        if (!Files.isDirectory(folder)) {
            Path fresh = Files.createTempDirectory(cache, "staging-");
            for (Path jar : program.jars()) Files.copy(jar, fresh.resolve(jar.getFileName()));
            Trees.setModified(fresh, FileTime.from(Layer.MODIFIED, TimeUnit.SECONDS));
            Files.move(fresh, folder);
        }
        return NodeProgram.read(folder);
    }

    private List<Layer> layers(JavaRuntime runtime, SystemFiles system, NodeProgram program, Optional<Path> aot)
            throws IOException {
        List<Layer> layers = new ArrayList<>();
        Path folder = cache.resolve("layers");
        layers.add(Layer.make(folder, "system", FORM + "-" + system.key(), tar -> writeSystem(tar, system)));
        layers.add(Layer.make(folder, "java", runtime.key(), tar -> {
            tar.folder("opt", ROOT_FOLDER);
            runtime.writeTo(tar, ImageLayout.JAVA);
        }));
        layers.add(Layer.make(folder, "node", program.hash(), tar -> {
            tar.folder("opt/wavetank", ROOT_FOLDER);
            tar.folder(ImageLayout.LIBRARY, ROOT_FOLDER);
            for (Path jar : program.jars()) tar.file(ImageLayout.LIBRARY + "/" + jar.getFileName(), ROOT_FILE, jar);
        }));
        if (aot.isPresent()) {
            String key = aot.get().getFileName().toString().replace(".aot", "");
            layers.add(Layer.make(folder, "aot", key, tar -> tar.file(ImageLayout.AOT_CACHE, ROOT_FILE, aot.get())));
        }
        return layers;
    }

    private static void writeSystem(TarWriter tar, SystemFiles system) throws IOException {
        List<String> folders = new ArrayList<>(List.of("bin", "etc", "run", "usr"));
        for (String name : system.files().keySet()) {
            for (int slash = name.indexOf('/', 1); slash > 0; slash = name.indexOf('/', slash + 1)) {
                String folder = name.substring(1, slash);
                if (!folders.contains(folder)) folders.add(folder);
            }
        }
        for (String folder : folders) tar.folder(folder, ROOT_FOLDER);
        tar.folder("tmp", new Owner(0, 0, 01777));
        tar.folder(ImageLayout.DATA, NODE_FOLDER);
        tar.folder(ImageLayout.SECRETS, NODE_FOLDER);
        text(
                tar,
                "etc/passwd",
                "root:x:0:0::/:/bin/sh\nwavetank:x:" + ImageLayout.USER + ":" + ImageLayout.USER + "::/tmp:/bin/sh\n");
        text(tar, "etc/group", "root:x:0:\nwavetank:x:" + ImageLayout.USER + ":\n");
        text(tar, "etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
        for (Map.Entry<String, Path> file : system.files().entrySet()) {
            tar.file(file.getKey().substring(1), ROOT_PROGRAM, file.getValue());
        }
        if (system.busybox().isPresent()) {
            tar.file("bin/busybox", ROOT_PROGRAM, system.busybox().get());
            tar.link("bin/sh", "busybox");
        }
    }

    private static void text(TarWriter tar, String name, String content) throws IOException {
        tar.file(name, ROOT_FILE, content.getBytes(StandardCharsets.UTF_8));
    }

    private void load(
            String tag,
            List<Layer> layers,
            NodeProgram program,
            boolean aotCache,
            boolean busybox,
            ImageStore store,
            CancelToken cancel)
            throws IOException, ClusterException {
        String classPath = program.jars().stream()
                .map(jar -> "/" + ImageLayout.LIBRARY + "/" + jar.getFileName())
                .collect(Collectors.joining(":"));
        byte[] config = ImageConfig.config(layers, classPath, aotCache, busybox, Instant.now());
        String configName = HexFormat.of().formatHex(Fingerprint.sha256().digest(config)) + ".json";
        Path archive = Files.createTempFile(cache, "image-", ".tar");
        try {
            try (TarWriter tar = new TarWriter(
                    new java.io.BufferedOutputStream(Files.newOutputStream(archive), 1 << 16), Layer.MODIFIED)) {
                tar.file(configName, ROOT_FILE, config);
                for (Layer layer : layers) {
                    tar.folder(layer.digest(), ROOT_FOLDER);
                    tar.file(layer.digest() + "/layer.tar", ROOT_FILE, layer.tar());
                }
                tar.file("manifest.json", ROOT_FILE, ImageConfig.manifest(layers, configName, tag));
            }
            try (InputStream in = Files.newInputStream(archive)) {
                store.load(in, cancel);
            }
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private ClusterException failed(IOException e) {
        return Disk.explain(Code.IMAGE_BUILD_FAILED, "The node image could not be built in " + cache + ".", cache, e);
    }

    /// Removes what earlier programs left in the cache: what was made from jars, not what was made from the
    /// JDK.
    private void prune(NodeProgram staged, Optional<Path> aot) throws IOException {
        Trees.deleteOthers(cache, "lib-*", List.of(staged.library()));
        Path folder = cache.resolve("layers");
        String aotKey = aot.map(file -> file.getFileName().toString().replace(".aot", ""))
                .orElse("none");
        for (String suffix : List.of(".tar", ".sha256")) {
            Trees.deleteOthers(folder, "node-*" + suffix, List.of(folder.resolve("node-" + staged.hash() + suffix)));
            Trees.deleteOthers(folder, "aot-*" + suffix, List.of(folder.resolve("aot-" + aotKey + suffix)));
        }
    }
}
