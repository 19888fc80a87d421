package io.fovea.network.reference;

import io.fovea.network.Concatenation;
import java.util.List;

/** One input behind the other along the axis. */
final class ConcatenationArithmetic implements Arithmetic<Concatenation> {
  @Override
  public void compute(Concatenation layer, List<Values> inputs, Values output) {
    int outBlock = output.step(layer.axis()) * layer.axis().of(output.shape());
    int start = 0;
    for (Values input : inputs) {
      int block = input.step(layer.axis()) * layer.axis().of(input.shape());
      for (int i = 0; i * block < input.data().length; i++) {
        System.arraycopy(input.data(), i * block, output.data(), i * outBlock + start, block);
      }
      start += block;
    }
  }
}
