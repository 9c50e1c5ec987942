package dev.wavetank.gateway.route;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The last answers to questions whose old answer is better than none, for the time when no engine can answer.
/// Few and small: live counts are what it is for.
final class LastAnswers {
    /// @param since by `System.nanoTime()`
    record Kept(Outcome.Answered answer, long since) {
        Duration age() {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    private static final int MOST = 128;
    private static final int LARGEST = 16 * 1024;
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    /// @param question who asks for whom, and what
    synchronized void keep(String question, Outcome.Answered answer) {
        if (answer.status() == 200 && answer.whole() && answer.beginning().length <= LARGEST) {
            kept.put(question, new Kept(answer, System.nanoTime()));
        }
    }

    synchronized Optional<Kept> last(String question) {
        return Optional.ofNullable(kept.get(question))
                .filter(answer -> answer.age().compareTo(GOOD_FOR) < 0);
    }
}
