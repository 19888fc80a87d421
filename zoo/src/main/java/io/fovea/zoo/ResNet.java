package io.fovea.zoo;

import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.Initializer;
import io.fovea.network.Network;

/**
 * Residual networks (He et al., "Deep residual learning for image recognition", 2015), where a
 * bottleneck's 3 × 3 convolution has the stride, as in the networks that are mostly met.
 */
final class ResNet {
  private static final int[] FILTERS = {64, 128, 256, 512};
  private static final int WIDER = 4;

  private final Sketch sketch;
  private final boolean bottlenecks;

  private ResNet(Sketch sketch, boolean bottlenecks) {
    this.sketch = sketch;
    this.bottlenecks = bottlenecks;
  }

  static Network of18(int classes, Initializer initializer, long seed) {
    return new ResNet(new Sketch(initializer, seed), false).draw("resnet18", classes, 2, 2, 2, 2);
  }

  static Network of50(int classes, Initializer initializer, long seed) {
    return new ResNet(new Sketch(initializer, seed), true).draw("resnet50", classes, 3, 4, 6, 3);
  }

  private Network draw(String name, int classes, int... blocks) {
    sketch.input("data", 224);
    sketch.convolutionWithoutBias("conv1", 64, 7, 2, 3);
    sketch.batchNormalization("bn_conv1");
    sketch.relu("conv1_relu");
    sketch.maxPooling("pool1", 3, 2, 1);
    for (int stage = 0; stage < blocks.length; stage++) {
      for (int block = 0; block < blocks[stage]; block++) {
        int stride = stage > 0 && block == 0 ? 2 : 1;
        String number = (stage + 2) + String.valueOf((char) ('a' + block));
        block(number, FILTERS[stage], stride, block == 0);
      }
    }
    sketch.add(new GlobalAveragePooling2d("pool5", sketch.last()));
    sketch.fullyConnected("fc", classes);
    sketch.classify("prob");
    return sketch.network(name);
  }

  private void block(String number, int filters, int stride, boolean first) {
    String input = sketch.last();
    if (bottlenecks) {
      convolution(number, "2a", filters, 1, 1);
      sketch.relu("res" + number + "_branch2a_relu");
      convolution(number, "2b", filters, 3, stride);
      sketch.relu("res" + number + "_branch2b_relu");
      convolution(number, "2c", WIDER * filters, 1, 1);
    } else {
      convolution(number, "2a", filters, 3, stride);
      sketch.relu("res" + number + "_branch2a_relu");
      convolution(number, "2b", filters, 3, 1);
    }
    String branch = sketch.last();
    int channels = sketch.channels();
    sketch.continueFrom(input);
    if (first && (stride > 1 || sketch.channels() != channels)) {
      convolution(number, "1", channels, 1, stride);
    }
    sketch.sum("res" + number, branch, sketch.last());
    sketch.relu("res" + number + "_relu");
  }

  private void convolution(String number, String branch, int filters, int kernel, int stride) {
    String name = number + "_branch" + branch;
    sketch.convolutionWithoutBias("res" + name, filters, kernel, stride, kernel / 2);
    sketch.batchNormalization("bn" + name);
  }
}
