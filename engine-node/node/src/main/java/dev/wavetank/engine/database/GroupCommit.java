package dev.wavetank.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/// Writes to the disk once for all sessions that have committed meanwhile.
///
/// An H2 that writes at each commit writes every page that anybody has changed since, whole, one commit after the
/// other: more than half of its processor time under load. So the server writes when it is asked, and each of our
/// connections asks after its commit and waits. While one write is on its way the askers gather, and the next one is
/// for all of them; it begins after a pause as long as the write was, so that under load at most half of the time is
/// spent with writing.
public final class GroupCommit {
    /// The SQL function that waits, see [#durable].
    static final String FUNCTION = "WT_DURABLE";

    static final String CALL = "call " + FUNCTION + "()";

    /// Neither at each commit (0) nor by a thread of its own (above 0), whose tidying can hold up commits for seconds.
    private static final int NEVER_BY_ITSELF = -1;

    private static final long MOST_REST = Duration.ofMillis(50).toNanos();

    private static final Map<MVStore, GroupCommit> STORES = new WeakHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private long asked;
    private long done;
    private boolean writing;
    /// When the next write may begin, of [System#nanoTime].
    private long rested = System.nanoTime();

    private GroupCommit() {}

    /// Makes a database write only when it is asked, from now on until it is closed.
    static void takeOver(Connection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(
                    "CREATE ALIAS IF NOT EXISTS " + FUNCTION + " FOR '" + GroupCommit.class.getName() + ".durable'");
        }
        store(session).setAutoCommitDelay(NEVER_BY_ITSELF);
    }

    /// Comes back when everything that was committed before the call is in the file. H2 calls it as the function
    /// [#FUNCTION], at the server.
    public static void durable(Connection session) throws SQLException {
        MVStore store = store(session);
        of(store).write(store);
    }

    private static MVStore store(Connection session) throws SQLException {
        return ((SessionLocal) session.unwrap(JdbcConnection.class).getSession())
                .getDatabase()
                .getStore()
                .getMvStore();
    }

    private static GroupCommit of(MVStore store) {
        synchronized (STORES) {
            return STORES.computeIfAbsent(store, unknown -> new GroupCommit());
        }
    }

    private void write(MVStore store) throws SQLException {
        lock.lock();
        try {
            long mine = ++asked;
            while (writing && done < mine) written.awaitUninterruptibly();
            if (done >= mine) return;
            writing = true;
            try {
                done = writeForAll(store);
            } finally {
                writing = false;
                written.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Lets others ask meanwhile.
    ///
    /// @return how many had asked when it began
    private long writeForAll(MVStore store) throws SQLException {
        lock.unlock();
        try {
            for (long left = rested - System.nanoTime(); left > 0; left = rested - System.nanoTime())
                LockSupport.parkNanos(left);
        } finally {
            lock.lock();
        }
        long goal = asked;
        long begun = System.nanoTime();
        lock.unlock();
        try {
            store.commit();
            if (store.isClosed()) throw new SQLException("The database was closed before the commit was on the disk.");
        } finally {
            lock.lock();
            long ended = System.nanoTime();
            rested = ended + Math.min(ended - begun, MOST_REST);
        }
        return goal;
    }
}
