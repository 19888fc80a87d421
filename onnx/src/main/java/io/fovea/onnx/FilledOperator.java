package io.fovea.onnx;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** {@code ConstantOfShape}: one number, as often as a shape says. */
final class FilledOperator implements OperatorMapping {
  @Override
  public Set<String> operators() {
    return Set.of("ConstantOfShape");
  }

  @Override
  public Value read(Node node, Layers layers) {
    var dimensions = new ArrayList<Integer>();
    long count = 1;
    for (long length : node.constant(0, "shape").longs()) {
      if (length < 0 || length > Integer.MAX_VALUE) {
        throw new OnnxException("can't have a dimension of " + length);
      }
      dimensions.add((int) length);
      count = Math.min(count * length, Integer.MAX_VALUE);
    }
    node.values().fill(count);
    return new Constant(node.output(), dimensions, filled(node, (int) count));
  }

  private static Constant.Numbers filled(Node node, int count) {
    var value = node.attributes().find("value");
    if (value.isEmpty()) {
      return new Constant.Floats(FloatBuffer.allocate(count));
    }
    Constant one = node.values().decode(value.get().getT(), node.output());
    if (one.numbers() instanceof Constant.Longs longs) {
      List<Long> each = longs.values();
      return new Constant.Longs(Collections.nCopies(count, each.isEmpty() ? 0L : each.get(0)));
    }
    var floats = new float[count];
    Arrays.fill(floats, one.single());
    return new Constant.Floats(FloatBuffer.wrap(floats));
  }
}
