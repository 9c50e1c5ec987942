package dev.wavetank.engine.flowable;

import dev.wavetank.engine.fencing.StaleEpochException;
import dev.wavetank.engine.identity.FailedStatementException;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.engine.web.Problems;
import io.helidon.webserver.http.HttpRouting;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.apache.ibatis.exceptions.PersistenceException;
import org.flowable.bpmn.exceptions.XMLException;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.api.FlowableIllegalArgumentException;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.common.engine.api.FlowableTaskAlreadyClaimedException;
import org.flowable.common.engine.impl.javax.el.ELException;
import org.flowable.dmn.xml.exception.DmnXMLException;

/// Tells what an exception of the engine means to the caller: whose fault it is, and whether to try again.
public final class EngineErrors {
    private EngineErrors() {}

    /// Answers the engine's exceptions as problem documents.
    public static void register(HttpRouting.Builder routing) {
        answer(routing, FlowableException.class);
        answer(routing, PersistenceException.class);
        answer(routing, FailedStatementException.class);
        answer(routing, ELException.class);
        answer(routing, XMLException.class);
        answer(routing, DmnXMLException.class);
        // An expression of ten thousand parentheses exhausts the parser's stack; the engine has rolled back by then.
        routing.error(
                StackOverflowError.class,
                (request, response, failure) -> Problems.send(
                        response,
                        ProblemException.refused(
                                "too-deep", "An expression or a value is nested too deeply to be worked out.", null)));
        routing.error(SQLException.class, (request, response, failure) -> Problems.send(response, database(failure)));
    }

    private static <E extends RuntimeException> void answer(HttpRouting.Builder routing, Class<E> kind) {
        routing.error(kind, (request, response, failure) -> Problems.send(response, translate(failure)));
    }

    static ProblemException translate(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        Optional<SQLException> sql = sqlCause(failure);
        if (sql.isPresent()) return database(sql.get());
        return switch (failure) {
            case FlowableObjectNotFoundException missing -> ProblemException.notFound(message);
            case FlowableTaskAlreadyClaimedException claimed -> ProblemException.conflict(message);
            case FlowableOptimisticLockingException lost ->
                ProblemException.conflict("Another call changed this at the same moment: read it again.");
            case FlowableIllegalArgumentException wrong -> ProblemException.badRequest(message);
            case XMLException malformed -> ProblemException.refused("invalid-process", message, null);
            case DmnXMLException malformed -> ProblemException.refused("invalid-decision", message, null);
            default -> ProblemException.refused("process-failed", "The process could not go on: " + message, null);
        };
    }

    static Optional<SQLException> sqlCause(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLException sql) return Optional.of(sql);
        }
        return Optional.empty();
    }

    /// SQL states: 08 connection, 23 integrity, 40 rollback, 55 and 57 PostgreSQL's locks and shutdown, 22 data;
    /// H2 tells its lock time-out as HYT00 and a broken connection as 90xxx.
    ///
    /// A gateway sends a call that was refused with 503 to another engine, so that status promises that nothing
    /// was done. A connection that broke may have broken during the commit: then nobody knows, and 502 says so.
    private static ProblemException database(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (failure instanceof StaleEpochException) {
            return ProblemException.unavailable(
                    "fenced", "This node was declared dead and has not joined again yet: send the call to another.");
        }
        if (failure instanceof SQLIntegrityConstraintViolationException || state.startsWith("23")) {
            return ProblemException.conflict("Another call did the same at the same moment.");
        }
        if (state.startsWith("22")) {
            return ProblemException.badRequest("A value is too long or of the wrong kind for the database.");
        }
        boolean gotNoConnection = failure instanceof SQLTransientConnectionException;
        if (!gotNoConnection && state.matches("(08|57|90)...")) {
            return ProblemException.of(
                    502,
                    "outcome-unknown",
                    "Outcome unknown",
                    "The database was lost during the call: look whether it took effect before you repeat it.");
        }
        if (gotNoConnection || state.matches("(40|55)...") || state.equals("HYT00")) {
            return ProblemException.unavailable("database-busy", "The database did not answer in time: try again.");
        }
        return ProblemException.of(500, "database-failed", "Internal error", "The database refused the statement.");
    }
}
