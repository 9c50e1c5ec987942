package dev.wavetank.app.canvas;

import javafx.scene.Node;
import javafx.scene.shape.SVGPath;

/// The small pictures of BPMN shapes for palette and context pad, drawn in a square of 24.
public enum ShapeIcon {
    START_EVENT("M12 4 A8 8 0 1 0 12.01 4 Z"),
    INTERMEDIATE_EVENT("M12 3 A9 9 0 1 0 12.01 3 Z M12 6 A6 6 0 1 0 12.01 6 Z"),
    END_EVENT("M12 4 A8 8 0 1 0 12.01 4 Z", 3),
    EXCLUSIVE_GATEWAY("M12 2 L22 12 L12 22 L2 12 Z M9 9 L15 15 M15 9 L9 15"),
    PARALLEL_GATEWAY("M12 2 L22 12 L12 22 L2 12 Z M12 7.5 V16.5 M7.5 12 H16.5"),
    TASK("M5 5 H19 Q22 5 22 8 V16 Q22 19 19 19 H5 Q2 19 2 16 V8 Q2 5 5 5 Z"),
    USER_TASK("M5 5 H19 Q22 5 22 8 V16 Q22 19 19 19 H5 Q2 19 2 16 V8 Q2 5 5 5 Z"
            + " M8 8 A2 2 0 1 0 8.01 8 Z M4.5 16 Q4.5 12.5 8 12.5 Q11.5 12.5 11.5 16"),
    SERVICE_TASK("M5 5 H19 Q22 5 22 8 V16 Q22 19 19 19 H5 Q2 19 2 16 V8 Q2 5 5 5 Z"
            + " M8 9 A2.5 2.5 0 1 0 8.01 9 Z M8 7 V9 M8 14 V16 M3.8 11.5 H5.5 M10.5 11.5 H12.2"),
    SUB_PROCESS("M5 5 H19 Q22 5 22 8 V16 Q22 19 19 19 H5 Q2 19 2 16 V8 Q2 5 5 5 Z"
            + " M9.5 14 H14.5 V19 M9.5 14 V19 M12 15 V18 M10.5 16.5 H13.5"),
    DATA_OBJECT("M6 3 H14 L18 7 V21 H6 Z M14 3 V7 H18"),
    DATA_STORE("M4 6 Q4 3.5 12 3.5 Q20 3.5 20 6 V18 Q20 20.5 12 20.5 Q4 20.5 4 18 Z M4 6 Q4 8.5 12 8.5 Q20 8.5 20 6"),
    PARTICIPANT("M2 6 H22 V18 H2 Z M6 6 V18"),
    GROUP(
            "M5 3 H9 M12 3 H16 M19 3 Q21 3 21 5 M21 8 V12 M21 15 V19 M19 21 H15 M12 21 H8 M5 21 Q3 21 3 19 M3 16 V12 M3 9 V5 Q3 3 5 3"),
    TEXT_ANNOTATION("M11 4 H6 V20 H11 M9 9 H19 M9 12 H19 M9 15 H15"),
    CONNECTION("M4 19 L19 4 M19 4 H12.5 M19 4 V10.5"),
    LASSO("M4 4 H8 M11 4 H15 M18 4 H20 V7 M20 10 V14 M20 17 V20 H17 M14 20 H10 M7 20 H4 V17 M4 14 V10 M4 7 V4"),
    HAND("M8 12 V5.5 Q8 4 9.2 4 Q10.4 4 10.4 5.5 V11 M10.4 5 Q10.4 3 11.8 3 Q13.2 3 13.2 5 V11"
            + " M13.2 5.5 Q13.2 4 14.5 4 Q15.8 4 15.8 5.5 V12 M15.8 8 Q15.8 6.8 17 6.8 Q18.2 6.8 18.2 8.2 V14"
            + " Q18.2 21 12.5 21 Q9.5 21 7.5 17.5 L4.8 13.2 Q4.4 11.8 5.6 11.4 Q6.6 11.2 8 13.2"),
    SPACE("M12 3 V21 M9.5 12 H3.5 M6 9.5 L3.5 12 L6 14.5 M14.5 12 H20.5 M18 9.5 L20.5 12 L18 14.5"),
    LANE_ABOVE("M3 11 H21 V21 H3 Z M12 2 V8 M9 5 H15"),
    LANE_BELOW("M3 3 H21 V13 H3 Z M12 16 V22 M9 19 H15"),
    DIVIDE_TWO("M3 4 H21 V20 H3 Z M3 12 H21"),
    DIVIDE_THREE("M3 3 H21 V21 H3 Z M3 9 H21 M3 15 H21"),
    MORE("M5 12 A1.4 1.4 0 1 0 5.01 12 Z M12 12 A1.4 1.4 0 1 0 12.01 12 Z M19 12 A1.4 1.4 0 1 0 19.01 12 Z"),
    ARROW("M6 3 L18 14 H12.5 L15.5 20.5 L13 21.5 L10 15 L6 19 Z");

    private final String path;
    private final double width;

    ShapeIcon(String path) {
        this(path, 1.4);
    }

    ShapeIcon(String path, double width) {
        this.path = path;
        this.width = width;
    }

    /// A new node of it; its colours come from the stylesheet.
    public Node node() {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("shape-icon");
        if (width > 2) {
            shape.getStyleClass().add("bold-icon");
        }
        return shape;
    }
}
