package io.fovea.zoo;

import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.Initializer;
import io.fovea.network.Network;

/**
 * MobileNetV2 (Sandler et al., "MobileNetV2: inverted residuals and linear bottlenecks", 2018,
 * table 2).
 */
final class MobileNetV2 {
  /**
   * A row of the paper's table.
   *
   * @param expansion how many times as many channels a block works on
   * @param channels of what it gives
   * @param blocks how many, one behind the other
   * @param stride of the first
   */
  private record Stage(int expansion, int channels, int blocks, int stride) {}

  private static final Stage[] STAGES = {
    new Stage(1, 16, 1, 1),
    new Stage(6, 24, 2, 2),
    new Stage(6, 32, 3, 2),
    new Stage(6, 64, 4, 2),
    new Stage(6, 96, 3, 1),
    new Stage(6, 160, 3, 2),
    new Stage(6, 320, 1, 1)
  };

  private final Sketch sketch;

  private MobileNetV2(Sketch sketch) {
    this.sketch = sketch;
  }

  static Network draw(int classes, Initializer initializer, long seed) {
    return new MobileNetV2(new Sketch(initializer, seed)).draw(classes);
  }

  private Network draw(int classes) {
    sketch.input("input_1", 224);
    sketch.convolutionWithoutBias("Conv1", 32, 3, 2, 1);
    normalize("Conv1");
    int number = 0;
    for (Stage stage : STAGES) {
      for (int i = 0; i < stage.blocks(); i++) {
        String name = number == 0 ? "expanded_conv" : "block_" + number;
        block(name, stage.expansion(), stage.channels(), i == 0 ? stage.stride() : 1);
        number++;
      }
    }
    sketch.convolutionWithoutBias("Conv_1", 1280, 1, 1, 0);
    normalize("Conv_1");
    sketch.add(new GlobalAveragePooling2d("global_average_pooling2d_1", sketch.last()));
    sketch.dropout("drop", .2f);
    sketch.fullyConnected("Logits", classes);
    sketch.classify("Logits_softmax");
    return sketch.network("mobilenet-v2");
  }

  private void block(String name, int expansion, int channels, int stride) {
    String input = sketch.last();
    int given = sketch.channels();
    if (expansion > 1) {
      sketch.convolutionWithoutBias(name + "_expand", expansion * given, 1, 1, 0);
      normalize(name + "_expand");
    }
    sketch.depthwise(name + "_depthwise", 3, stride, 1);
    normalize(name + "_depthwise");
    sketch.convolutionWithoutBias(name + "_project", channels, 1, 1, 0);
    sketch.batchNormalization(name + "_project_BN");
    if (stride == 1 && given == channels) {
      sketch.sum(name + "_add", input, sketch.last());
    }
  }

  private void normalize(String name) {
    sketch.batchNormalization(name + "_BN");
    sketch.clippedRelu(name + "_relu", 6);
  }
}
