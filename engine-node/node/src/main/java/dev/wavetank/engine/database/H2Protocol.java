package dev.wavetank.engine.database;

/// What both ends of an H2 connection must agree on.
///
/// The server remembers so many prepared statements and open results of a session, and the client asks anew for what
/// is older than that. With H2's 64 a statement is forgotten before it is needed again. A client that believes in
/// more than its server keeps is refused, so the H2 that a cluster uses is the one of the role `database`.
public final class H2Protocol {
    private static final String REMEMBERED = "4096";

    private H2Protocol() {}

    /// To be called before H2 is first touched: it reads the setting once.
    public static void enlarge() {
        System.setProperty("h2.serverCachedObjects", REMEMBERED);
    }
}
