package io.fovea.onnx;

import io.fovea.network.Parameter;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A tensor of known numbers: an initializer, a constant node, or what follows from such.
 *
 * @param name the tensor's name in the file
 * @param dimensions as in the file, perhaps none (one number) or with zeros (empty)
 * @param numbers floating point or whole numbers
 */
record Constant(String name, List<Integer> dimensions, Numbers numbers) implements Value {

  /** The numbers themselves, in the order of memory. */
  sealed interface Numbers permits Floats, Longs {
    int count();

    FloatBuffer floats();
  }

  /** Floating point numbers. */
  record Floats(FloatBuffer floats) implements Numbers {
    @Override
    public int count() {
      return floats.remaining();
    }
  }

  /** Whole numbers: sizes, axes. */
  record Longs(List<Long> values) implements Numbers {
    @Override
    public int count() {
      return values.size();
    }

    @Override
    public FloatBuffer floats() {
      var floats = new float[values.size()];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = values.get(i);
      }
      return FloatBuffer.wrap(floats);
    }
  }

  /** A list of whole numbers. */
  static Constant ofLongs(String name, List<Long> values) {
    return new Constant(name, List.of(values.size()), new Longs(List.copyOf(values)));
  }

  Constant {
    dimensions = List.copyOf(dimensions);
  }

  /** How many numbers. */
  int count() {
    return numbers.count();
  }

  /** How many dimensions. */
  int rank() {
    return dimensions.size();
  }

  /** All numbers as float32. */
  FloatBuffer floats() {
    return numbers.floats().duplicate();
  }

  /** All numbers as whole ones. */
  List<Long> longs() {
    if (numbers instanceof Longs longs) {
      return longs.values();
    }
    throw new OnnxException(name + " must hold whole numbers, but holds floating point ones");
  }

  /** The one number of a tensor that must hold one. */
  float single() {
    if (count() != 1) {
      throw new OnnxException("%s must be one number, but has %d".formatted(name, count()));
    }
    return floats().get(0);
  }

  /** The same numbers with other dimensions. */
  Constant withDimensions(List<Integer> newDimensions) {
    long product = newDimensions.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    if (product != count()) {
      throw new OnnxException(
          "%s has %d values, which can't be %s".formatted(name, count(), newDimensions));
    }
    return new Constant(name, newDimensions, numbers);
  }

  /** As a parameter of a layer with these dimensions; values that lie in the file stay there. */
  Parameter parameter(String parameterName, int... parameterDimensions) {
    return Parameter.wrap(parameterName, floats(), parameterDimensions);
  }

  /** {@code 64 × 3 × 3 × 3}. */
  String sizeText() {
    return dimensions.isEmpty()
        ? "one number"
        : dimensions.stream().map(String::valueOf).collect(Collectors.joining(" × "));
  }
}
