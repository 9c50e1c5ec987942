package dev.wavetank.engine.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sets up logging in code, found by Logback as a service: reading an XML file would cost a node's start a tenth
/// of a second. `WAVETANK_LOG=text` writes for a person, anything else one JSON object a line.
public final class NodeLogging extends ContextAwareBase implements Configurator {
    private static final String TEXT = "%d{HH:mm:ss.SSS} %-5level %logger{0} %mdc - %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.putProperty("node", System.getenv().getOrDefault("WAVETANK_NODE", ""));
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("console");
        console.setEncoder("text".equals(System.getenv("WAVETANK_LOG")) ? text(context) : json(context));
        console.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(console);
        context.getLogger("org.flowable").setLevel(Level.WARN);
        context.getLogger("dev.wavetank.engine.flowable.EngineConfiguration").setLevel(Level.WARN);
        // It logs each failed command with its values; the edge and the event tap tell of failures already.
        context.getLogger("org.flowable.common.engine.impl.interceptor.CommandContext")
                .setLevel(Level.OFF);
        context.getLogger("com.zaxxer.hikari").setLevel(Level.WARN);
        context.getLogger("io.helidon").setLevel(Level.WARN);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /// Names the node's epoch in every line from now on.
    public static void epoch(long epoch) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) context.putProperty("epoch", Long.toString(epoch));
    }

    private static Encoder<ILoggingEvent> text(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(TEXT);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonLines encoder = new JsonLines();
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}
