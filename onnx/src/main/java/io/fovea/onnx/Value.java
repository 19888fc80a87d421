package io.fovea.onnx;

/** What a name in the graph stands for while it is read. */
sealed interface Value permits Activation, Constant, Unread {}
