package io.fovea.learn;

import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import java.util.Map;

/**
 * What learning layers hold at one moment: learnable parameters and gathered statistics. Its arrays
 * are its own and never written to again.
 *
 * @param layers by layer and parameter
 */
record Snapshot(Map<String, Map<String, float[]>> layers) {
  /** The network with these values in the place of its own. */
  Network applyTo(Network network) {
    Network changed = network;
    for (var entry : layers.entrySet()) {
      Layer layer = network.layer(entry.getKey());
      changed =
          changed.withLayer(layer.withParameters(parameter -> with(parameter, entry.getValue())));
    }
    return changed;
  }

  private static Parameter with(Parameter parameter, Map<String, float[]> values) {
    float[] found = values.get(parameter.name());
    return found == null
        ? parameter
        : Parameter.of(
            parameter.name(),
            found,
            parameter.dimensions().stream().mapToInt(Integer::intValue).toArray());
  }
}
