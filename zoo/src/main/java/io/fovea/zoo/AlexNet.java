package io.fovea.zoo;

import io.fovea.network.Flatten;
import io.fovea.network.Initializer;
import io.fovea.network.Network;

/**
 * AlexNet in one column (Krizhevsky, "One weird trick for parallelizing convolutional neural
 * networks", 2014).
 */
final class AlexNet {
  private AlexNet() {}

  static Network draw(int classes, Initializer initializer, long seed) {
    var sketch = new Sketch(initializer, seed);
    sketch.input("data", 224);
    convolution(sketch, 1, 64, 11, 4, 2);
    sketch.maxPooling("pool1", 3, 2, 0);
    convolution(sketch, 2, 192, 5, 1, 2);
    sketch.maxPooling("pool2", 3, 2, 0);
    convolution(sketch, 3, 384, 3, 1, 1);
    convolution(sketch, 4, 256, 3, 1, 1);
    convolution(sketch, 5, 256, 3, 1, 1);
    sketch.maxPooling("pool5", 3, 2, 0);
    sketch.add(new Flatten("flatten", sketch.last()));
    for (int i = 6; i <= 7; i++) {
      sketch.dropout("drop" + i, .5f);
      sketch.fullyConnected("fc" + i, 4096);
      sketch.relu("relu" + i);
    }
    sketch.fullyConnected("fc8", classes);
    sketch.classify("prob");
    return sketch.network("alexnet");
  }

  private static void convolution(
      Sketch sketch, int number, int filters, int kernel, int stride, int padding) {
    sketch.convolution("conv" + number, filters, kernel, stride, padding);
    sketch.relu("relu" + number);
  }
}
