package dev.wavetank.cluster.lab;

import java.util.ArrayList;
import java.util.List;

/// Named virtual threads that do one thing together.
final class Crew {
    private final List<Thread> threads = new ArrayList<>();

    private Crew() {}

    static Crew of(String name, int size, Runnable work) {
        Crew crew = new Crew();
        for (int i = 1; i <= size; i++) {
            crew.threads.add(Thread.ofVirtual().name("lab-" + name + "-" + i).start(work));
        }
        return crew;
    }

    Crew and(Crew other) {
        threads.addAll(other.threads);
        return this;
    }

    boolean finished() {
        return threads.stream().noneMatch(Thread::isAlive);
    }

    void interrupt() {
        threads.forEach(Thread::interrupt);
    }

    /// Waits for all of them; each call they make has a deadline, so this ends.
    void join() {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    thread.interrupt();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
