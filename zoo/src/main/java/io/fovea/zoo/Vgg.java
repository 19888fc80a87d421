package io.fovea.zoo;

import io.fovea.network.Flatten;
import io.fovea.network.Initializer;
import io.fovea.network.Network;

/**
 * VGG-16 (Simonyan and Zisserman, "Very deep convolutional networks for large-scale image
 * recognition", 2014, configuration D).
 */
final class Vgg {
  private static final int[] CONVOLUTIONS = {2, 2, 3, 3, 3};
  private static final int[] FILTERS = {64, 128, 256, 512, 512};

  private Vgg() {}

  static Network draw(int classes, Initializer initializer, long seed) {
    var sketch = new Sketch(initializer, seed);
    sketch.input("input", 224);
    for (int stage = 0; stage < FILTERS.length; stage++) {
      for (int i = 1; i <= CONVOLUTIONS[stage]; i++) {
        String number = (stage + 1) + "_" + i;
        sketch.convolution("conv" + number, FILTERS[stage], 3, 1, 1);
        sketch.relu("relu" + number);
      }
      sketch.maxPooling("pool" + (stage + 1), 2, 2, 0);
    }
    sketch.add(new Flatten("flatten", sketch.last()));
    for (int i = 6; i <= 7; i++) {
      sketch.fullyConnected("fc" + i, 4096);
      sketch.relu("relu" + i);
      sketch.dropout("drop" + i, .5f);
    }
    sketch.fullyConnected("fc8", classes);
    sketch.classify("prob");
    return sketch.network("vgg16");
  }
}
