package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;

/**
 * The mean of each channel: N × C × H × W becomes N × C × 1 × 1 (ONNX {@code GlobalAveragePool}).
 *
 * @param name the layer's name
 * @param input the layer whose activation it takes
 */
public record GlobalAveragePooling2d(String name, String input) implements Layer {
  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public GlobalAveragePooling2d withInputs(List<String> newInputs) {
    return new GlobalAveragePooling2d(name, Inputs.single(this, newInputs));
  }

  @Override
  public String type() {
    return "Global Average Pooling";
  }

  @Override
  public String description() {
    return "Global average pooling";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape in = Inputs.only(this, inputs);
    return Shape.of(in.batch(), in.channels(), 1, 1);
  }

  @Override
  public Window2d window(Shape in) {
    return Window2d.whole(in);
  }
}
