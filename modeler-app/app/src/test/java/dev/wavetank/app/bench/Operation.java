package dev.wavetank.app.bench;

import java.util.Optional;

/// What both modellers do, in this order, on one opened file. A step of a continuous operation is one frame; the
/// others are done [#REPEATS] times with a preparation that is not measured.
enum Operation {
    PAN("pan at 100 %", 60, Goal.times(10)),
    PAN_ALL("pan, all in view", 60, Goal.times(10)),
    ZOOM("zoom, 100 % to 20 % and back", 40, Goal.times(20)),
    DRAG("drag one element at 100 %", 60, Goal.times(15)),
    EDIT("move one element, edit to frame", 40, Goal.none()),
    RENAME("rename one, edit to frame", 20, Goal.none()),
    DELETE("delete one and undo, two frames", 20, Goal.none()),
    SELECT_ALL("select all", 0, Goal.atMost(100)),
    MOVE_ALL("move all", 0, Goal.atMost(300)),
    UNDO_ALL("undo of it", 0, Goal.atMost(300)),
    COPY("copy 1,000 elements", 0, Goal.atMost(200)),
    PASTE("paste them", 0, Goal.none());

    static final int REPEATS = 3;

    final String label;
    /// 0 for what happens at once.
    final int frames;

    final Goal goal;

    Operation(String label, int frames, Goal goal) {
        this.label = label;
        this.frames = frames;
        this.goal = goal;
    }

    boolean isContinuous() {
        return frames > 0;
    }

    /// @param ratio so many times less CPU than the other side
    /// @param millis so much CPU at most
    record Goal(Optional<Double> ratio, Optional<Double> millis) {
        static Goal none() {
            return new Goal(Optional.empty(), Optional.empty());
        }

        static Goal times(double ratio) {
            return new Goal(Optional.of(ratio), Optional.empty());
        }

        static Goal atMost(double millis) {
            return new Goal(Optional.empty(), Optional.of(millis));
        }
    }
}
