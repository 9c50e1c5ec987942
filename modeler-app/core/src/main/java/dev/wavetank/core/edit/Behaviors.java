package dev.wavetank.core.edit;

import dev.wavetank.core.edit.behavior.BoundaryEventsFollowHost;
import dev.wavetank.core.edit.behavior.BoundaryEventsLeaveWithHost;
import dev.wavetank.core.edit.behavior.ConnectionsFollowEnds;
import dev.wavetank.core.edit.behavior.ConnectionsLeaveWithEnds;
import dev.wavetank.core.edit.behavior.ConnectionsObeyRules;
import dev.wavetank.core.edit.behavior.ContainersGrow;
import dev.wavetank.core.edit.behavior.ContentsFollowContainer;
import dev.wavetank.core.edit.behavior.DrawingsLeaveWithElements;
import dev.wavetank.core.edit.behavior.FlowReferences;
import dev.wavetank.core.edit.behavior.HealFlow;
import dev.wavetank.core.edit.behavior.LabelsComeWithNames;
import dev.wavetank.core.edit.behavior.LabelsFollow;
import dev.wavetank.core.edit.behavior.LaneMembership;
import dev.wavetank.core.edit.behavior.LanesShareBorders;
import dev.wavetank.core.edit.behavior.NeighboursTakeLaneSpace;
import dev.wavetank.core.edit.behavior.ReferencesLeaveWithElements;
import dev.wavetank.core.edit.behavior.UnsetDefaultFlow;
import java.util.List;

/// The behaviours in the order in which they run: first what leaves, then what moves, then what is laid out
/// anew, at last the references.
public final class Behaviors {
    public static final List<Behavior> ALL = List.of(
            new BoundaryEventsLeaveWithHost(),
            new HealFlow(),
            new ConnectionsLeaveWithEnds(),
            new ConnectionsObeyRules(),
            new ReferencesLeaveWithElements(),
            new DrawingsLeaveWithElements(),
            new ContentsFollowContainer(),
            new BoundaryEventsFollowHost(),
            new ContainersGrow(),
            new NeighboursTakeLaneSpace(),
            new LanesShareBorders(),
            new ConnectionsFollowEnds(),
            new LabelsFollow(),
            new LabelsComeWithNames(),
            new LaneMembership(),
            new FlowReferences(),
            new UnsetDefaultFlow());

    private Behaviors() {}
}
