package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.tenant.TenantScope;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;

/// Lists jobs by what they wait for, and sends stuck ones on.
public final class Jobs {
    private static final int RETRIES = 3;

    private final ManagementService management;

    Jobs(ManagementService management) {
        this.management = management;
    }

    /// The tables a job can be in, by the last part of the path.
    public enum Kind {
        JOBS("jobs"),
        TIMER_JOBS("timer-jobs"),
        SUSPENDED_JOBS("suspended-jobs"),
        DEAD_LETTER_JOBS("deadletter-jobs");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    public ObjectNode list(Caller caller, Kind kind, Parameters parameters) {
        TenantScope scope = caller.scope();
        Function<Job, ObjectNode> view = job -> JobViews.of(caller, kind, job);
        return switch (kind) {
            case JOBS -> JobListings.JOBS.page(management.createJobQuery(), scope, parameters, view);
            case TIMER_JOBS -> JobListings.TIMERS.page(management.createTimerJobQuery(), scope, parameters, view);
            case SUSPENDED_JOBS ->
                JobListings.SUSPENDED.page(management.createSuspendedJobQuery(), scope, parameters, view);
            case DEAD_LETTER_JOBS ->
                JobListings.DEAD_LETTERS.page(management.createDeadLetterJobQuery(), scope, parameters, view);
        };
    }

    public static List<Field> fields(Kind kind) {
        return switch (kind) {
            case JOBS -> JobListings.JOBS.fields();
            case TIMER_JOBS -> JobListings.TIMERS.fields();
            case SUSPENDED_JOBS -> JobListings.SUSPENDED.fields();
            case DEAD_LETTER_JOBS -> JobListings.DEAD_LETTERS.fields();
        };
    }

    public ObjectNode get(Caller caller, Kind kind, String id) {
        return JobViews.of(caller, kind, require(caller, kind, id));
    }

    public void delete(Caller caller, Kind kind, String id) {
        require(caller, kind, id);
        switch (kind) {
            case JOBS -> management.deleteJob(id);
            case TIMER_JOBS -> management.deleteTimerJob(id);
            case SUSPENDED_JOBS -> management.deleteSuspendedJob(id);
            case DEAD_LETTER_JOBS -> management.deleteDeadLetterJob(id);
        }
    }

    /// `execute` for jobs, `move` and `reschedule` for timers, `move` for dead letters.
    public void act(Caller caller, Kind kind, String id, String action, Parameters parameters) {
        switch (kind.path() + " " + action) {
            case "jobs execute" -> management.executeJob(existing(caller, kind, id));
            case "timer-jobs move" -> management.moveTimerToExecutableJob(existing(caller, kind, id));
            case "timer-jobs reschedule" -> {
                String due = parameters
                        .instant("dueDate")
                        .orElseThrow(
                                () -> ProblemException.badRequest(
                                        "Invalid reschedule timer action. Reschedule timer actions must have a valid due date."))
                        .toString();
                management.rescheduleTimeDateJob(existing(caller, kind, id), due);
            }
            case "deadletter-jobs move" ->
                management.moveDeadLetterJobToExecutableJob(existing(caller, kind, id), RETRIES);
            case "deadletter-jobs moveToHistoryJob" ->
                management.moveDeadLetterJobToHistoryJob(existing(caller, kind, id), RETRIES);
            default -> throw ProblemException.badRequest("Invalid action: '" + action + "'.");
        }
    }

    /// Moves many dead letters in one transaction, or none of them.
    public void moveDeadLetters(Caller caller, String action, List<String> ids) {
        if (!action.equals("move") && !action.equals("moveToHistoryJob")) {
            throw ProblemException.badRequest("Invalid action, only 'move' or 'moveToHistoryJob' is supported.");
        }
        if (ids.isEmpty()) throw ProblemException.badRequest("jobIds names no job.");
        ids.forEach(id -> require(caller, Kind.DEAD_LETTER_JOBS, id));
        if (action.equals("move")) management.bulkMoveDeadLetterJobs(ids, RETRIES);
        else management.bulkMoveDeadLetterJobsToHistoryJobs(ids, RETRIES);
    }

    public String stackTrace(Caller caller, Kind kind, String id) {
        require(caller, kind, id);
        return Optional.ofNullable(
                        switch (kind) {
                            case JOBS -> management.getJobExceptionStacktrace(id);
                            case TIMER_JOBS -> management.getTimerJobExceptionStacktrace(id);
                            case SUSPENDED_JOBS -> management.getSuspendedJobExceptionStacktrace(id);
                            case DEAD_LETTER_JOBS -> management.getDeadLetterJobExceptionStacktrace(id);
                        })
                .orElseThrow(() ->
                        ProblemException.notFound("Job with id '" + id + "' does not have an exception stacktrace."));
    }

    private String existing(Caller caller, Kind kind, String id) {
        return require(caller, kind, id).getId();
    }

    private Job require(Caller caller, Kind kind, String id) {
        Job job = switch (kind) {
            case JOBS -> management.createJobQuery().jobId(id).singleResult();
            case TIMER_JOBS -> management.createTimerJobQuery().jobId(id).singleResult();
            case SUSPENDED_JOBS ->
                management.createSuspendedJobQuery().jobId(id).singleResult();
            case DEAD_LETTER_JOBS ->
                management.createDeadLetterJobQuery().jobId(id).singleResult();
        };
        if (job == null || !caller.scope().sees(Objects.requireNonNullElse(job.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find a job with id '" + id + "'.");
        }
        return job;
    }
}
