package io.fovea.network.reference;

import io.fovea.network.FullyConnected;
import java.util.List;

/** Every output's bias and the sum of weight · input over all values of an item. */
final class FullyConnectedArithmetic implements Arithmetic<FullyConnected> {
  @Override
  public void compute(FullyConnected layer, List<Values> inputs, Values output) {
    double[] in = inputs.get(0).data();
    var weights = layer.weights().values();
    for (int item = 0; item < output.shape().batch(); item++) {
      for (int unit = 0; unit < layer.outputs(); unit++) {
        double sum = layer.bias().isPresent() ? layer.bias().get().values().get(unit) : 0;
        for (int i = 0; i < layer.inputCount(); i++) {
          sum += weights.get(unit * layer.inputCount() + i) * in[item * layer.inputCount() + i];
        }
        output.data()[item * layer.outputs() + unit] = sum;
      }
    }
  }
}
