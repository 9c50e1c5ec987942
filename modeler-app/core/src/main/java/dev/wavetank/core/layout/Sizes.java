package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Font;
import dev.wavetank.core.paint.text.SansMeasure;
import dev.wavetank.core.paint.text.TextBlock;
import dev.wavetank.core.paint.text.TextLayout;

/// How large things are drawn that no file has sized, and how far apart they stand: the field's usual sizes.
final class Sizes {
    static final double EVENT = 36;
    static final double GATEWAY = 50;
    static final double COLUMN_GAP = 50;
    static final double ROW_GAP = 36;
    static final double LANE_PADDING = 24;
    static final double STRIP = 30;
    static final double SUB_PROCESS_SIDE = 30;
    static final double SUB_PROCESS_HEAD = 40;
    static final double SUB_PROCESS_FOOT = 30;
    static final double POOL_GAP = 70;
    static final double SATELLITE_GAP = 20;
    static final double SATELLITE_RISE = 30;
    static final double LABEL_GAP = 4;

    private static final TextLayout TEXTS = new TextLayout(new SansMeasure());

    private Sizes() {}

    static Bounds of(BpmnElement element) {
        BpmnType type = element.type();
        if (type.isEvent()) {
            return sized(EVENT, EVENT);
        }
        if (type.isGateway()) {
            return sized(GATEWAY, GATEWAY);
        }
        return switch (type) {
            case DATA_STORE, DATA_STORE_REFERENCE -> sized(50, 50);
            case DATA_OBJECT, DATA_OBJECT_REFERENCE, DATA_INPUT, DATA_OUTPUT -> sized(36, 50);
            case TEXT_ANNOTATION -> annotation(element);
            case GROUP -> sized(140, 120);
            case CONVERSATION, SUB_CONVERSATION, CALL_CONVERSATION -> sized(60, 52);
            case PARTICIPANT -> sized(600, 60);
            default -> sized(100, 80);
        };
    }

    /// What a label beside an element takes, wrapped at the width that labels have; nothing for no text.
    static Bounds label(String text) {
        if (text.isBlank()) {
            return sized(0, 0);
        }
        TextBlock block = TEXTS.labelBelow(text.strip(), 0, 0, Font.EXTERNAL);
        return sized(
                Math.ceil(block.bounds().width()) + 2, Math.ceil(block.bounds().height()));
    }

    private static Bounds annotation(BpmnElement element) {
        String text = dev.wavetank.core.paint.notation.Labels.annotation(element);
        Bounds note = TEXTS.note(text, sized(150, 0), Font.LABEL).bounds();
        return sized(Math.clamp(note.width() + 14, 60, 170), Math.max(30, note.height() + 10));
    }

    private static Bounds sized(double width, double height) {
        return new Bounds(0, 0, width, height);
    }
}
