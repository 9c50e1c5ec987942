package dev.wavetank.core.bpmn;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.xml.XmlElement;
import java.util.Optional;

/// One `BPMNShape`: where and how an element is drawn on one plane.
///
/// @param id the shape's own id; empty in files that give none
/// @param element the element it shows, which may be missing from a half-finished file
/// @param expanded of a sub-process or call activity: its content is drawn inside. Where the file is silent,
/// true if it is larger than a collapsed one
/// @param horizontal of a pool or lane: the label strip is on the left. True where the file is silent
/// @param markerVisible of an exclusive gateway: the cross is drawn
/// @param labelBounds where an external label stands, if the file says so
/// @param fill colour as written, such as `#fff0c0`
/// @param stroke colour as written
public record Shape(
        String id,
        ElementId element,
        Bounds bounds,
        boolean expanded,
        boolean horizontal,
        boolean markerVisible,
        Optional<Bounds> labelBounds,
        Optional<String> fill,
        Optional<String> stroke,
        XmlElement xml) {}
