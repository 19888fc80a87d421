package io.fovea.zoo;

import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.Initializer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Network;
import io.fovea.network.Size;
import io.fovea.network.Stride;

/**
 * SqueezeNet 1.1 (Iandola et al., "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters",
 * 2016), its layers named as the courses know them; with or without batch normalization between
 * each convolution and its ReLU.
 */
final class SqueezeNet {
  private final Sketch sketch;
  private final boolean normalized;

  private SqueezeNet(Sketch sketch, boolean normalized) {
    this.sketch = sketch;
    this.normalized = normalized;
  }

  static Network plain(int classes, Initializer initializer, long seed) {
    return new SqueezeNet(new Sketch(initializer, seed), false).draw("squeezenet", classes);
  }

  /** Without biases where the batch normalization behind has its offset; but for conv10. */
  static Network normalized(int classes, Initializer initializer, long seed) {
    return new SqueezeNet(new Sketch(initializer, seed), true).draw("squeezenet-bn", classes);
  }

  private Network draw(String name, int classes) {
    sketch.input("data", 227);
    convolution("", "conv1", 64, 3, 2, 0);
    pool("pool1");
    fire("fire2", 16, 64);
    fire("fire3", 16, 64);
    pool("pool3");
    fire("fire4", 32, 128);
    fire("fire5", 32, 128);
    pool("pool5");
    fire("fire6", 48, 192);
    fire("fire7", 48, 192);
    fire("fire8", 64, 256);
    fire("fire9", 64, 256);
    sketch.dropout("drop9", .5f);
    sketch.convolution("conv10", classes, 1, 1, 0);
    sketch.relu("relu_conv10");
    sketch.add(new GlobalAveragePooling2d("pool10", sketch.last()));
    sketch.classify("prob");
    return sketch.network(name);
  }

  private void fire(String name, int squeezed, int expanded) {
    String prefix = name + "-";
    convolution(prefix, "squeeze1x1", squeezed, 1, 1, 0);
    String squeeze = sketch.last();
    convolution(prefix, "expand1x1", expanded, 1, 1, 0);
    String one = sketch.last();
    sketch.continueFrom(squeeze);
    convolution(prefix, "expand3x3", expanded, 3, 1, 1);
    sketch.concatenate(prefix + "concat", one, sketch.last());
  }

  private void convolution(
      String prefix, String name, int filters, int kernel, int stride, int padding) {
    if (normalized) {
      sketch.convolutionWithoutBias(prefix + name, filters, kernel, stride, padding);
      sketch.batchNormalization(prefix + "bn_" + name);
    } else {
      sketch.convolution(prefix + name, filters, kernel, stride, padding);
    }
    sketch.relu(prefix + "relu_" + name);
  }

  private void pool(String name) {
    sketch.add(MaxPooling2d.of(name, sketch.last(), Size.of(3), Stride.of(2)).withCeilMode());
  }
}
