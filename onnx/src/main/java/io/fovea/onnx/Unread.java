package io.fovea.onnx;

/** The output of a node that isn't understood; what takes it can't be judged. */
record Unread() implements Value {}
