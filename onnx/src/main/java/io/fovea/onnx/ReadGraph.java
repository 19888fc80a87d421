package io.fovea.onnx;

import io.fovea.network.Layer;
import java.util.List;
import java.util.Map;

/** What {@link GraphReader} made of a graph. */
record ReadGraph(
    List<Layer> layers,
    Map<String, String> aliases,
    Map<String, String> outputs,
    List<String> assumedSizes) {}
