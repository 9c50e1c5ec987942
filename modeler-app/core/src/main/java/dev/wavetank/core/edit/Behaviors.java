package dev.wavetank.core.edit;

import dev.wavetank.core.edit.behavior.BoundaryEventsFollowHost;
import dev.wavetank.core.edit.behavior.BoundaryEventsLeaveWithHost;
import dev.wavetank.core.edit.behavior.CategoriesLeaveWithGroups;
import dev.wavetank.core.edit.behavior.CollapsedSubProcessesHaveSheets;
import dev.wavetank.core.edit.behavior.CompensationFollowsAssociation;
import dev.wavetank.core.edit.behavior.ConnectionsFollowEnds;
import dev.wavetank.core.edit.behavior.ConnectionsLeaveWithEnds;
import dev.wavetank.core.edit.behavior.ConnectionsObeyRules;
import dev.wavetank.core.edit.behavior.ContainersGrow;
import dev.wavetank.core.edit.behavior.ContentsFollowContainer;
import dev.wavetank.core.edit.behavior.DrawingsLeaveWithElements;
import dev.wavetank.core.edit.behavior.EmbeddedLabelsFillTheirShape;
import dev.wavetank.core.edit.behavior.EventGatewayOwnsItsTargets;
import dev.wavetank.core.edit.behavior.EventsFitTheirScope;
import dev.wavetank.core.edit.behavior.FlowReferences;
import dev.wavetank.core.edit.behavior.HealFlow;
import dev.wavetank.core.edit.behavior.LabelsAvoidFlows;
import dev.wavetank.core.edit.behavior.LabelsComeWithNames;
import dev.wavetank.core.edit.behavior.LabelsFollow;
import dev.wavetank.core.edit.behavior.LaneMembership;
import dev.wavetank.core.edit.behavior.LanesShareBorders;
import dev.wavetank.core.edit.behavior.LastPoolBecomesProcess;
import dev.wavetank.core.edit.behavior.NeighboursTakeLaneSpace;
import dev.wavetank.core.edit.behavior.OpenedProcessesLeaveWithCalls;
import dev.wavetank.core.edit.behavior.PlaceholdersLeaveWithAssociations;
import dev.wavetank.core.edit.behavior.PoolsSayHowTheyLie;
import dev.wavetank.core.edit.behavior.ReferencesLeaveWithElements;
import dev.wavetank.core.edit.behavior.UnsetDefaultFlow;
import java.util.List;

/// The behaviours in the order in which they run: first what leaves, then what moves, then what is laid out
/// anew, at last the references.
public final class Behaviors {
    public static final List<Behavior> ALL = List.of(
            new OpenedProcessesLeaveWithCalls(),
            new BoundaryEventsLeaveWithHost(),
            new EventsFitTheirScope(),
            new HealFlow(),
            new ConnectionsLeaveWithEnds(),
            new CompensationFollowsAssociation(),
            new ConnectionsObeyRules(),
            new EventGatewayOwnsItsTargets(),
            new CategoriesLeaveWithGroups(),
            new PlaceholdersLeaveWithAssociations(),
            new LastPoolBecomesProcess(),
            new ReferencesLeaveWithElements(),
            new DrawingsLeaveWithElements(),
            new CollapsedSubProcessesHaveSheets(),
            new ContentsFollowContainer(),
            new BoundaryEventsFollowHost(),
            new ContainersGrow(),
            new NeighboursTakeLaneSpace(),
            new LanesShareBorders(),
            new PoolsSayHowTheyLie(),
            new ConnectionsFollowEnds(),
            new EmbeddedLabelsFillTheirShape(),
            new LabelsFollow(),
            new LabelsComeWithNames(),
            new LabelsAvoidFlows(),
            new LaneMembership(),
            new FlowReferences(),
            new UnsetDefaultFlow());

    private Behaviors() {}
}
