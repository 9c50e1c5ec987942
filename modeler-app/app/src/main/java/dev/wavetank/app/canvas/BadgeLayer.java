package dev.wavetank.app.canvas;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Glyph;
import dev.wavetank.core.paint.Scene;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import dev.wavetank.engine.api.ElementCount;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// Small round marks at elements: findings at the top left, live counts of the running process below. They keep
/// their size at every zoom, are left out where the diagram is too small to tell elements apart, and exist only
/// for what is in view.
final class BadgeLayer {
    private static final double LEGIBLE_FROM = 0.25;
    private static final double LIFT = 11;
    private static final double SMALL = 60;
    private static final double FULL_FROM = 0.45;

    private final CanvasView view;
    private final Messages messages;
    private final CanvasModel model;
    private final Group badges = new Group();
    /// By their node ids, so that a badge that stays in view keeps its node and only moves.
    private final Map<String, Label> shown = new HashMap<>();

    private final Set<String> placed = new HashSet<>();
    private final Deque<Label> spare = new ArrayDeque<>();
    private Map<String, List<Finding>> byElement = Map.of();
    /// What the badges were placed for: as long as it is the same they stay, whatever else the overlay shows.
    private Optional<Placed> placedFor = Optional.empty();

    private record Placed(
            Scene scene,
            Map<String, List<Finding>> findings,
            Map<String, ElementCount> counts,
            Bounds visible,
            double scale) {
        /// The large ones are compared by reference: more than that takes longer than placing some badges.
        boolean isLike(Placed other) {
            return scene == other.scene
                    && findings == other.findings
                    && counts == other.counts
                    && scale == other.scale
                    && visible.equals(other.visible);
        }
    }

    BadgeLayer(CanvasView view, Messages messages) {
        this.view = view;
        this.messages = messages;
        this.model = view.model();
        badges.setId("badges");
        badges.setAutoSizeChildren(true);
        view.addLayer(badges, this::place);
        model.session().findingsProperty().subscribe(found -> {
            byElement = byElement(found);
            view.refreshOverlay();
        });
        model.session().countsProperty().subscribe(_ -> view.refreshOverlay());
    }

    private void place() {
        var now = new Placed(
                model.scene(),
                byElement,
                model.session().countsProperty().get(),
                model.viewport().visible(),
                model.viewport().scale());
        if (placedFor.filter(now::isLike).isPresent()) {
            return;
        }
        if (view.isZooming()) {
            badges.setVisible(false); // they do not grow, so they would jump about
            return;
        }
        badges.setVisible(true);
        placedFor = Optional.of(now);
        placed.clear();
        if (model.viewport().scale() >= LEGIBLE_FROM) {
            findings();
            model.session().countsProperty().get().forEach(this::count);
        }
        shown.entrySet().removeIf(entry -> {
            boolean gone = !placed.contains(entry.getKey());
            if (gone) {
                entry.getValue().setVisible(false);
                spare.push(entry.getValue());
            }
            return gone;
        });
    }

    private static Map<String, List<Finding>> byElement(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.element().isPresent())
                .collect(Collectors.groupingBy(
                        finding -> finding.element().orElseThrow().value(), TreeMap::new, Collectors.toList()));
    }

    private void findings() {
        if (byElement.isEmpty()) {
            return;
        }
        List<Glyph> glyphs = model.scene().glyphs();
        model.scene().in(model.viewport().visible()).stream()
                .mapToObj(glyphs::get)
                .filter(glyph -> glyph.role() != Glyph.Role.LABEL)
                .map(glyph -> glyph.element().value())
                .filter(byElement::containsKey)
                .distinct()
                .forEach(this::finding);
    }

    private void finding(String id) {
        List<Finding> found = byElement.getOrDefault(id, List.of());
        visible(id, box -> {
            Severity worst = found.stream()
                    .map(Finding::severity)
                    .min(Severity::compareTo)
                    .orElseThrow();
            if (worst == Severity.INFO) {
                return;
            }
            String words = found.stream()
                    .map(finding -> messages.sentence(finding.message()))
                    .collect(Collectors.joining("\n"));
            put(
                    "badge-" + id,
                    found.size() == 1 ? "!" : String.valueOf(found.size()),
                    worst.name().toLowerCase(Locale.ROOT),
                    words,
                    box.x() - LIFT,
                    box.y() - LIFT);
        });
    }

    /// Shapes only: where a flow was taken is told by what stands at its end. At small shapes the counts stand
    /// above, because their name stands below.
    private void count(String id, ElementCount count) {
        if (model.session().diagram().shape(new ElementId(id)).isEmpty()) {
            return;
        }
        visible(id, box -> {
            double y =
                    box.height() < SMALL * model.viewport().scale() ? box.y() - 2 * LIFT + 4 : box.bottom() - LIFT + 2;
            if (count.active() > 0) {
                put(
                        "active-" + id,
                        brief(count.active()),
                        "active",
                        messages.text("badge.active", count.active()),
                        box.x() - LIFT,
                        y);
            }
            if (count.completed() > 0) {
                put(
                        "completed-" + id,
                        brief(count.completed()),
                        "completed",
                        messages.text("badge.completed", count.completed()),
                        box.right() - LIFT,
                        y);
            }
            if (count.failed() > 0) {
                put(
                        "failed-" + id,
                        brief(count.failed()),
                        "failed",
                        messages.text("badge.failed", count.failed()),
                        box.center().x() - LIFT,
                        y);
            }
        });
    }

    private void visible(String id, java.util.function.Consumer<Bounds> action) {
        model.bounds(new ElementId(id))
                .filter(bounds -> bounds.intersects(model.viewport().visible()))
                .map(model.viewport()::toScreen)
                .ifPresent(action);
    }

    private void put(String nodeId, String text, String kind, String words, double x, double y) {
        Label label = shown.computeIfAbsent(nodeId, _ -> spare.isEmpty() ? badge() : spare.pop());
        placed.add(nodeId);
        label.setId(nodeId);
        label.setText(text);
        boolean tiny = model.viewport().scale() < FULL_FROM;
        if (!label.getStyleClass().contains(kind)
                || tiny != label.getStyleClass().contains("tiny")) {
            label.getStyleClass()
                    .setAll(tiny ? List.of("label", "badge", kind, "tiny") : List.of("label", "badge", kind));
        }
        label.getTooltip().setText(words);
        label.setAccessibleText(words);
        label.relocate(Math.round(x), Math.round(y));
        label.setVisible(true);
    }

    private Label badge() {
        var label = new Label();
        label.setTooltip(new Tooltip());
        label.setCache(true); // it moves more often than it changes
        badges.getChildren().add(label);
        return label;
    }

    /// 1234 as 1.2k: a badge is no wider than four signs.
    private static String brief(long number) {
        if (number < 1000) {
            return Long.toString(number);
        }
        return number < 100_000 ? String.format(Locale.ROOT, "%.1fk", number / 1000.0) : number / 1000 + "k";
    }
}
