package dev.wavetank.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.image.ImageStore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The images in a Docker engine.
final class DockerImages implements ImageStore {
    private static final Logger LOG = LoggerFactory.getLogger(DockerImages.class);
    private static final int KEPT = 3;

    private final DockerClient docker;

    DockerImages(DockerClient docker) {
        this.docker = docker;
    }

    @Override
    public boolean has(String tag) throws ClusterException {
        return DockerFailures.ask("The node image could not be looked up", () -> {
            try {
                return docker.inspectImageCmd(tag).exec().getId() != null;
            } catch (NotFoundException missing) {
                return false;
            }
        });
    }

    @Override
    public void load(InputStream archive, CancelToken cancel) throws ClusterException {
        InputStream breakable = new FilterInputStream(archive) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (cancel.isCancelled()) throw new InterruptedIOException("cancelled");
                return super.read(buffer, offset, length);
            }
        };
        try {
            docker.loadImageCmd(breakable).exec();
        } catch (RuntimeException e) {
            cancel.check();
            throw DockerFailures.explain("The node image could not be loaded", e);
        }
    }

    /// Keeps the newest few: going back to an earlier version must not cost a build.
    @Override
    public void prune(String keep) {
        try {
            List<Image> old =
                    docker.listImagesCmd().withLabelFilter(Map.of("dev.wavetank.image", "node")).exec().stream()
                            .filter(image -> image.getRepoTags() == null
                                    || !List.of(image.getRepoTags()).contains(keep))
                            .skip(KEPT - 1)
                            .toList();
            for (Image image : old) {
                docker.removeImageCmd(image.getId()).exec();
            }
        } catch (RuntimeException inUse) {
            LOG.debug("An older node image stays", inUse);
        }
    }

    /// Whether the image holds an ahead-of-time cache.
    boolean hasAotCache(String tag) throws ClusterException {
        return DockerFailures.ask("The node image could not be looked at", () -> {
            var config = docker.inspectImageCmd(tag).exec().getConfig();
            String[] environment = config == null ? null : config.getEnv();
            return environment != null
                    && List.of(environment).stream().anyMatch(line -> line.matches("WAVETANK_AOT_CACHE=.+"));
        });
    }
}
