package dev.wavetank.cluster.api;

import dev.wavetank.engine.api.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The world failed: no Docker engine, a port in use, a node that died. The message is a sentence that tells a
/// person what to do next.
public final class ClusterException extends Exception {
    private static final long serialVersionUID = 1L;

    /// Stable names of what can go wrong.
    public enum Code {
        SPEC_INVALID,
        RUNTIME_UNAVAILABLE,
        NODE_PROGRAM_MISSING,
        PORT_IN_USE,
        DISK_FULL,
        IMAGE_BUILD_FAILED,
        NODE_DIED,
        NODE_NOT_READY,
        CANCELLED,
        CLUSTER_UNKNOWN,
        NODE_UNKNOWN,
        FAULT_NOT_SUPPORTED,
        /// No gateway took the call: it has certainly not happened.
        GATEWAY_UNREACHABLE,
        /// The call was sent and no answer came: it may have happened.
        OUTCOME_UNKNOWN,
        /// The gateway answered with a refusal, see [#problem].
        REFUSED,
        RUNTIME_FAILED
    }

    private final Code code;
    private final transient @Nullable Problem problem;

    public ClusterException(Code code, String sentence) {
        this(code, sentence, null, null);
    }

    public ClusterException(Code code, String sentence, @Nullable Throwable cause) {
        this(code, sentence, null, cause);
    }

    /// A refusal by the gateway.
    public ClusterException(Problem problem) {
        this(Code.REFUSED, problem.detail(), problem, null);
    }

    private ClusterException(Code code, String sentence, @Nullable Problem problem, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.problem = problem;
    }

    public Code code() {
        return code;
    }

    /// The gateway's problem document, for code `REFUSED`.
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
