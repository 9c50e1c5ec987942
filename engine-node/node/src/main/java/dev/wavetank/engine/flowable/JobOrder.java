package dev.wavetank.engine.flowable;

import java.util.List;
import java.util.Map;
import org.flowable.common.engine.impl.Page;
import org.flowable.job.service.JobServiceConfiguration;
import org.flowable.job.service.impl.persistence.entity.JobEntity;
import org.flowable.job.service.impl.persistence.entity.data.impl.MybatisJobDataManager;
import org.jspecify.annotations.Nullable;

/// Finds the jobs that nobody has, in the order in which they are to run: those of the category `high`, the usual
/// ones, those of the category `low`, and the oldest first within each.
///
/// The engine takes them in no order at all, so that what a dead node had begun could wait behind all that came
/// after it. A step gets its category by `flowable:jobCategory`.
final class JobOrder extends MybatisJobDataManager {
    static final String MAPPER = "dev/wavetank/engine/flowable/JobOrder.xml";
    private static final String HIGH = "high";
    private static final String LOW = "low";

    JobOrder(JobServiceConfiguration configuration) {
        super(configuration);
    }

    static int rank(@Nullable String category) {
        if (HIGH.equals(category)) return 0;
        return LOW.equals(category) ? 2 : 1;
    }

    @Override
    @SuppressWarnings("unchecked") // the mapper says what it answers
    public List<JobEntity> findJobsToExecute(List<String> enabledCategories, Page page) {
        return getDbSqlSession()
                .selectListWithRawParameter(
                        "dev.wavetank.engine.flowable.JobOrder.due", Map.of("limit", page.getMaxResults()));
    }
}
