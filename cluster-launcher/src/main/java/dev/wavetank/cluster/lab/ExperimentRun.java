package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.DeployResult;
import dev.wavetank.cluster.api.Experiment;
import dev.wavetank.cluster.api.ExperimentReport;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.HistoricInstance;
import dev.wavetank.cluster.api.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One experiment on one running cluster, from the deployment to the report.
final class ExperimentRun {
    private static final String TENANT = "lab";
    private static final int CLIENTS = 4;
    private static final int PEOPLE = 2;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Experiment experiment;
    private final Cluster cluster;
    private final Gateway gateway;
    private final ClientLedger ledger;
    private final Pause pause;
    private final InstantSource clock;
    private final Path folder;
    private final List<String> story = new ArrayList<>();

    ExperimentRun(
            Experiment experiment,
            Cluster cluster,
            ClientLedger ledger,
            Pause pause,
            InstantSource clock,
            Path folder) {
        this.experiment = experiment;
        this.cluster = cluster;
        this.gateway = cluster.gateway();
        this.ledger = ledger;
        this.pause = pause;
        this.clock = clock;
        this.folder = folder;
    }

    /// How the waiting ended.
    private record Rest(Instant begin, Instant at, boolean gaveUp) {
        String sentence() {
            String after = seconds(Duration.between(begin, at)) + " after the first start";
            return gaveUp
                    ? "Gave up waiting " + after + ": nothing moved any more"
                    : "All accepted instances ended " + after;
        }
    }

    ExperimentReport run(Progress progress, CancelToken cancel) throws ClusterException, IOException {
        progress.report(0, "Deploying " + experiment.name());
        deploy();

        Instant begin = clock.instant();
        Load load = new Load(gateway, experiment, TENANT, ledger, pause, clock);
        Killer killer = new Killer(cluster, experiment, load::accepted, pause, clock);
        Rest rest = untilRest(begin, load, killer, progress);
        cancel.check();

        progress.report(1, "Reading history and ledgers");
        return report(killer, rest);
    }

    private Rest untilRest(Instant begin, Load load, Killer killer, Progress progress) {
        TaskWorker people = new TaskWorker(gateway, experiment.processKey(), TENANT, ledger, pause);
        Crew starters = Crew.of("load", CLIENTS, () -> load.run(begin));
        Crew helpers = Crew.of("people", PEOPLE, people::run).and(Crew.of("killer", 1, killer::run));
        try {
            Patience patience = new Patience(experiment, begin, clock);
            Tide tide = new Tide(gateway, experiment, TENANT);
            do {
                tide.look(load.accepted());
                progress.report(tide.fraction(), tide.sentence(killer.sentence()));
            } while (!(starters.finished() && tide.isOut()) && patience.lasts(tide.level()) && pause.of(LOOK));
            return new Rest(begin, clock.instant(), patience.isOver());
        } finally {
            people.stop();
            killer.stop();
            starters.interrupt();
            helpers.join();
            starters.join();
        }
    }

    private void deploy() throws ClusterException {
        String tenant = gateway.createTenant(TENANT).tenant();
        switch (gateway.deploy(experiment.bpmn(), experiment.name(), TENANT)) {
            case DeployResult.Deployed deployed ->
                story.add("Deployed " + experiment.name() + " to tenant " + tenant + ", version "
                        + deployed.definitions().getFirst().version());
            case DeployResult.Rejected rejected ->
                throw new ClusterException(
                        ClusterException.Code.REFUSED,
                        "The engine refused " + experiment.name() + ": "
                                + rejected.rejections().stream()
                                        .map(reason -> reason.elementId() + ": " + reason.message())
                                        .collect(Collectors.joining("; ")));
        }
    }

    private ExperimentReport report(Killer killer, Rest rest) throws IOException {
        Observer observer = new Observer(gateway, experiment.processKey(), TENANT);
        List<HistoricInstance> instances = observer.instances();
        Observation observation = new Observation(
                experiment.instances(),
                rest.at(),
                ledger.operations(),
                instances,
                observer.activities(instances),
                observer.ledger(),
                observer.writes(),
                LedgerSteps.of(experiment.bpmn()),
                observer.failedJobs(),
                experiment.kill().isPresent(),
                killer.fault(),
                observer.unreadable());
        Records.write(folder, observation);

        killer.fault().ifPresent(fault -> tell(fault, observation, rest.begin()));
        killer.failure().ifPresent(story::add);
        story.add(rest.sentence());
        Checker checker = new Checker(observation);
        return new ExperimentReport(experiment, checker.checks(), checker.figures(), story, folder);
    }

    private void tell(FaultRecord fault, Observation observation, Instant begin) {
        int underWay = new Timeline(observation).underWay(fault.at()).size();
        story.add("Killed " + fault.node() + " " + seconds(Duration.between(begin, fault.at()))
                + " after the first start, with " + underWay + " instances under way");
        fault.detected()
                .ifPresent(seen -> story.add("The registry called " + fault.node() + " dead "
                        + seconds(Duration.between(fault.at(), seen)) + " after the kill"));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
