package dev.wavetank.engine.security;

import java.io.ObjectInputFilter;

/// Java deserialisation is off in the whole process: no known gadget can run, whatever finds its way into the
/// database.
public final class SerialFilter {
    private SerialFilter() {}

    /// Can be called once in the life of a process, before anything is deserialised.
    public static void refuseAll() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(info -> info.serialClass() == null
                    ? ObjectInputFilter.Status.UNDECIDED
                    : ObjectInputFilter.Status.REJECTED);
        }
    }
}
