package dev.wavetank.engine.flowable;

import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;

/// The running engine of this node.
public final class Engine implements AutoCloseable {
    private final ProcessEngine engine;
    private final EngineConfiguration configuration;

    private Engine(EngineConfiguration configuration) {
        this.configuration = configuration;
        this.engine = configuration.buildProcessEngine();
    }

    /// Builds the engine on a schema that is there already; its job executor is not started yet.
    public static Engine build(DataSource dataSource, String node) {
        return new Engine(new EngineConfiguration(dataSource, node));
    }

    public void startExecutor() {
        configuration.getAsyncExecutor().start();
    }

    public boolean executorActive() {
        return configuration.getAsyncExecutor().isActive();
    }

    /// Stops taking jobs, waits for those that run, and gives the locks of the others back.
    public void stopExecutor() {
        configuration.getAsyncExecutor().shutdown();
    }

    @Override
    public void close() {
        engine.close();
    }
}
