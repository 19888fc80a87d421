package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * The end of a classifier: gives scores their class names; values and shape stay as they are.
 *
 * @param name the layer's name
 * @param input the layer that gives the scores
 * @param classes a name for each score; empty where none are known
 */
public record ClassificationOutput(String name, String input, List<String> classes)
    implements Layer {
  /** Keeps a copy of the list. */
  public ClassificationOutput {
    classes = List.copyOf(classes);
  }

  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public ClassificationOutput withInputs(List<String> newInputs) {
    return new ClassificationOutput(name, Inputs.single(this, newInputs), classes);
  }

  @Override
  public String type() {
    return "Classification Output";
  }

  @Override
  public String description() {
    return switch (classes.size()) {
      case 0 -> "cross entropy, classes without names";
      case 1 -> "cross entropy with '" + classes.get(0) + "'";
      default ->
          "cross entropy with '%s' and %d other classes"
              .formatted(classes.get(0), classes.size() - 1);
    };
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape in = Inputs.only(this, inputs);
    if (!classes.isEmpty() && classes.size() != in.channels()) {
      throw Inputs.fault(
          this,
          "it names %d classes, but its input %s has %d scores; give it %d names or none"
              .formatted(classes.size(), input, in.channels(), in.channels()));
    }
    return in;
  }

  @Override
  public Map<String, Object> hyperparameters() {
    return Hyperparameters.of("OutputSize", classes.size());
  }
}
