package dev.wavetank.core.paint.notation;

/// How a connection looks: its line and what stands at its ends.
public record EdgeForm(Line line, Tip source, Tip target) {
    public enum Line {
        SOLID,
        /// Message flows.
        DASHED,
        /// Associations.
        DOTTED,
        /// Conversation links.
        DOUBLE
    }

    public enum Tip {
        NONE,
        /// The filled arrow of sequence flows.
        ARROW,
        /// The hollow arrow of message flows.
        HOLLOW_ARROW,
        /// The two strokes of directed associations.
        OPEN_ARROW,
        /// The ring where a message flow begins.
        RING,
        /// The slash of a default flow.
        SLASH,
        /// The diamond of a conditional flow.
        DIAMOND
    }

    public static final EdgeForm SEQUENCE = new EdgeForm(Line.SOLID, Tip.NONE, Tip.ARROW);
    public static final EdgeForm DEFAULT_FLOW = new EdgeForm(Line.SOLID, Tip.SLASH, Tip.ARROW);
    public static final EdgeForm CONDITIONAL = new EdgeForm(Line.SOLID, Tip.DIAMOND, Tip.ARROW);
    public static final EdgeForm MESSAGE = new EdgeForm(Line.DASHED, Tip.RING, Tip.HOLLOW_ARROW);
    public static final EdgeForm ASSOCIATION = new EdgeForm(Line.DOTTED, Tip.NONE, Tip.NONE);
    public static final EdgeForm DATA = new EdgeForm(Line.DOTTED, Tip.NONE, Tip.OPEN_ARROW);
    public static final EdgeForm CONVERSATION = new EdgeForm(Line.DOUBLE, Tip.NONE, Tip.NONE);
}
