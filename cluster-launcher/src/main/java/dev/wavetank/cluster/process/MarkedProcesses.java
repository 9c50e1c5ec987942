package dev.wavetank.cluster.process;

import dev.wavetank.cluster.runtime.ProcessIdentity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds processes by the mark on their command line: also those whose launcher died before it could note them.
final class MarkedProcesses {
    private static final String PREFIX = "-Dwavetank.cluster.folder=";

    private MarkedProcesses() {}

    static String marker(Path clusterFolder) {
        return PREFIX + clusterFolder.toAbsolutePath();
    }

    /// Ends every process of a cluster.
    ///
    /// @return a sentence for each that does not end
    static List<String> end(Path clusterFolder) {
        String marker = marker(clusterFolder);
        List<String> left = new ArrayList<>();
        for (ProcessHandle process : find(marker::equals)) {
            if (!new NodeProcess(ProcessIdentity.of(process), Optional.empty()).kill()) {
                left.add("Process " + process.pid() + " does not end.");
            }
        }
        return left;
    }

    /// The folders of clusters under `parent` that have a living process.
    static List<Path> folders(Path parent) {
        String start = PREFIX + parent.toAbsolutePath();
        return find(marker -> marker.startsWith(start)).stream()
                .flatMap(process -> marker(process).stream())
                .map(marker -> Path.of(marker.substring(PREFIX.length())))
                .filter(folder -> parent.toAbsolutePath().equals(folder.getParent()))
                .distinct()
                .toList();
    }

    private static List<ProcessHandle> find(Predicate<String> marker) {
        return ProcessHandle.allProcesses()
                .filter(process -> marker(process).filter(marker).isPresent())
                .filter(process ->
                        ProcFs.state(process.pid()).map(state -> state != 'Z').orElse(true))
                .toList();
    }

    private static Optional<String> marker(ProcessHandle process) {
        return Stream.of(process.info().arguments().orElse(new String[0]))
                .filter(argument -> argument.startsWith(PREFIX))
                .findFirst();
    }
}
