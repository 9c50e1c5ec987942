package dev.wavetank.cluster.image;

/// Where things are in the image.
public final class ImageLayout {
    public static final String JAVA = "opt/java";
    public static final String LIBRARY = "opt/wavetank/lib";
    public static final String AOT_CACHE = "opt/wavetank/node.aot";
    public static final String SECRETS = "run/wavetank";
    public static final String DATA = "data";

    /// The user that nodes run as; it owns nothing but [#DATA] and [#SECRETS].
    public static final int USER = 10_001;

    private ImageLayout() {}
}
