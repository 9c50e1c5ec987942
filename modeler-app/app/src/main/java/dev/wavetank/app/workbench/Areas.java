package dev.wavetank.app.workbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// The parts of the window that a key goes around: tools, palette, document, panels, status line. Coming back to one
/// finds what had the focus there.
final class Areas {
    private final List<Node> areas;
    private final Map<Node, Node> left = new HashMap<>();

    Areas(List<? extends Node> areas) {
        this.areas = List.copyOf(areas);
    }

    void forward() {
        move(1);
    }

    void back() {
        move(-1);
    }

    private void move(int by) {
        Optional<Node> focused = areas.stream()
                .map(Node::getScene)
                .filter(scene -> scene != null)
                .findFirst()
                .map(Scene::getFocusOwner);
        int at = focused.map(this::areaOf).orElse(-1);
        if (at >= 0) {
            left.put(areas.get(at), focused.orElseThrow());
        }
        int from = at < 0 && by < 0 ? 0 : at;
        for (int i = 1; i <= areas.size(); i++) {
            Node area = areas.get(Math.floorMod(from + i * by, areas.size()));
            Optional<Node> target = target(area);
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private int areaOf(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            int index = areas.indexOf(at);
            if (index >= 0) {
                return index;
            }
        }
        return -1;
    }

    private Optional<Node> target(Node area) {
        return Optional.ofNullable(left.get(area))
                .filter(node -> reachable(node) && within(node, area))
                .or(() -> first(area));
    }

    private static boolean within(Node node, Node area) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == area) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> first(Node node) {
        if (node.getScene() == null || !node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (reachable(node)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean reachable(Node node) {
        if (!node.isFocusTraversable() || node.getScene() == null) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.isDisabled()) {
                return false;
            }
        }
        return true;
    }
}
