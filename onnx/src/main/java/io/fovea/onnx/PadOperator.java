package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.Padding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code Pad} with zeros round rows and columns, which the next layer takes upon itself. */
final class PadOperator implements OperatorMapping {
  private static final int[] NONE = {0, 0};

  @Override
  public Set<String> operators() {
    return Set.of("Pad");
  }

  @Override
  public long leastOpset() {
    return 2;
  }

  @Override
  public Value read(Node node, Layers layers) {
    Activation input = node.activation(0);
    Map<Axis, int[]> pads = pads(node, input);
    if (pads.isEmpty()) {
      return input;
    }
    String mode = node.attributes().text("mode", "constant");
    float value =
        node.optionalConstant(2, "value")
            .map(Constant::single)
            .orElseGet(() -> node.attributes().number("value", 0));
    boolean spatial = Set.of(Axis.HEIGHT, Axis.WIDTH).containsAll(pads.keySet());
    boolean negative = pads.values().stream().anyMatch(each -> each[0] < 0 || each[1] < 0);
    if (!mode.equals("constant") || value != 0 || !spatial || negative) {
      throw new Unsupported("a layer that pads its input");
    }
    int[] rows = pads.getOrDefault(Axis.HEIGHT, NONE);
    int[] columns = pads.getOrDefault(Axis.WIDTH, NONE);
    return input.withPad(Padding.of(rows[0], rows[1], columns[0], columns[1]));
  }

  /** Before and after, for each axis that is padded at all. */
  private static Map<Axis, int[]> pads(Node node, Activation input) {
    List<Long> pads = node.integers("pads", 1).orElseThrow(() -> new OnnxException("has no pads"));
    List<Axis> axes = padded(node, input);
    if (pads.size() != 2 * axes.size()) {
      throw new OnnxException(
          "has %d pads, but %d are needed".formatted(pads.size(), 2 * axes.size()));
    }
    Map<Axis, int[]> found = new EnumMap<>(Axis.class);
    for (int i = 0; i < axes.size(); i++) {
      long before = pads.get(i);
      long after = pads.get(axes.size() + i);
      if (before != 0 || after != 0) {
        found.put(axes.get(i), new int[] {size(before), size(after)});
      }
    }
    return found;
  }

  private static int size(long pad) {
    return pad < 0 ? -1 : Attributes.size("pads", pad);
  }

  private static List<Axis> padded(Node node, Activation input) {
    if (!node.hasInput(3)) {
      return input.axes();
    }
    var axes = new ArrayList<Axis>();
    for (long axis : node.constant(3, "axes").longs()) {
      axes.add(input.axes().get(node.axis(axis, input.rank())));
    }
    return axes;
  }
}
