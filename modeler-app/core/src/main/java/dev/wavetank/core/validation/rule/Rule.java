package dev.wavetank.core.validation.rule;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.validation.Severity;

/// One thing that a good diagram does or does not.
///
/// A rule is shown each element of a diagram once, in document order, and looks no further than that element's
/// surroundings, so that all rules together stay linear in the size of the diagram. It holds no state.
public interface Rule {
    /// The stable name, such as `fake-join`; findings carry `rule/` and the name, the documentation page is
    /// named after it.
    String name();

    /// How bad a breach is unless a profile says otherwise.
    Severity severity();

    /// Looks at one element.
    void check(BpmnElement element, Surroundings surroundings, Report report);
}
