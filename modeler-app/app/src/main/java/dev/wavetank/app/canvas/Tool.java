package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.NodeKind;

/// What the pointer does on the canvas.
public sealed interface Tool {
    Tool SELECT = new Select();
    Tool HAND = new Hand();
    Tool LASSO = new Lasso();
    Tool CONNECT = new Connect();
    Tool SPACE = new Space();

    /// Selects, moves, and drags the sheet where there is nothing.
    record Select() implements Tool {}

    /// Drags the sheet wherever it is grabbed.
    record Hand() implements Tool {}

    /// Draws a frame; what lies inside is selected.
    record Lasso() implements Tool {}

    /// Makes space, or takes it away.
    record Space() implements Tool {}

    /// Draws a connection from one element to another.
    record Connect() implements Tool {}

    /// Creates one element that follows another one, where the pointer is put down, and connects the two.
    record Append(ElementId source, NodeKind kind) implements Tool {}

    /// Creates one element where the pointer is put down, then selecting goes on.
    record Create(NodeKind kind) implements Tool {}
}
