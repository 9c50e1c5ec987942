package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.ElementId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a view shows of the interaction, beyond the diagram itself.
///
/// @param hover what the pointer is over
/// @param reason why what is tried is not allowed, a sentence; empty if it is
/// @param editLabel the element whose label is to be edited in place now
public record InteractionState(
        Set<ElementId> selection,
        Optional<ElementId> hover,
        List<Preview> previews,
        List<SnapGuide> guides,
        Pointer pointer,
        Optional<String> reason,
        Optional<ElementId> editLabel) {
    public InteractionState {
        selection = Set.copyOf(selection);
        previews = List.copyOf(previews);
        guides = List.copyOf(guides);
    }

    static InteractionState idle() {
        return new InteractionState(
                Set.of(), Optional.empty(), List.of(), List.of(), Pointer.DEFAULT, Optional.empty(), Optional.empty());
    }

    InteractionState withSelection(Set<ElementId> selected) {
        return new InteractionState(selected, hover, previews, guides, pointer, reason, editLabel);
    }

    InteractionState withHover(Optional<ElementId> over) {
        return new InteractionState(selection, over, previews, guides, pointer, reason, editLabel);
    }

    InteractionState withPointer(Pointer form) {
        return new InteractionState(selection, hover, previews, guides, form, reason, editLabel);
    }

    InteractionState withFeedback(List<Preview> shown, List<SnapGuide> lines, Pointer form, Optional<String> why) {
        return new InteractionState(selection, hover, shown, lines, form, why, editLabel);
    }

    InteractionState withPreviews(List<Preview> shown) {
        return new InteractionState(selection, hover, shown, guides, pointer, reason, editLabel);
    }

    /// Whether something is being dragged or drawn.
    public boolean isGesturing() {
        return previews.stream().anyMatch(preview -> !(preview instanceof Preview.Appended));
    }

    InteractionState withEditLabel(Optional<ElementId> element) {
        return new InteractionState(selection, hover, previews, guides, pointer, reason, element);
    }

    /// Without anything that belongs to a gesture.
    InteractionState calm() {
        return new InteractionState(
                selection, hover, List.of(), List.of(), Pointer.DEFAULT, Optional.empty(), Optional.empty());
    }
}
