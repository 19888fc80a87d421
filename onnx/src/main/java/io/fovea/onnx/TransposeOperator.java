package io.fovea.onnx;

import io.fovea.network.Axis;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code Transpose} of constants, and of activations whose values stay where they are. */
final class TransposeOperator implements OperatorMapping {
  @Override
  public Set<String> operators() {
    return Set.of("Transpose");
  }

  @Override
  public Value read(Node node, Layers layers) {
    if (node.input(0).orElse(null) instanceof Constant constant) {
      node.values().copy(constant.count());
      return transposed(constant, order(node, constant.rank()));
    }
    Activation input = node.activation(0);
    List<Integer> order = order(node, input.rank());
    Optional<List<Integer>> from = input.dimensions();
    boolean keepsBatch = input.axes().get(0) != Axis.BATCH || order.get(0) == 0;
    Optional<List<Axis>> view =
        from.filter(known -> keepsBatch)
            .flatMap(known -> Layout.reshaped(input.axes(), known, permuted(known, order)))
            .filter(axes -> staysInPlace(from.get(), order));
    return view.map(input::withAxes)
        .orElseThrow(
            () -> new Unsupported("a layer that exchanges dimensions (perm is " + order + ")"));
  }

  /** Whether the dimensions longer than 1 keep their order. */
  private static boolean staysInPlace(List<Integer> lengths, List<Integer> order) {
    int last = -1;
    for (int from : order) {
      if (lengths.get(from) > 1 && from < last) {
        return false;
      }
      last = lengths.get(from) > 1 ? from : last;
    }
    return true;
  }

  private static List<Integer> order(Node node, int rank) {
    var order = new ArrayList<Integer>();
    List<Long> given = node.attributes().integers("perm").orElse(List.of());
    for (int i = 0; i < rank; i++) {
      order.add(given.size() == rank ? node.axis(given.get(i), rank) : rank - 1 - i);
    }
    if (new HashSet<>(order).size() != rank || (!given.isEmpty() && given.size() != rank)) {
      throw new OnnxException(
          "its perm is %s, which doesn't name each of %d dimensions once".formatted(given, rank));
    }
    return order;
  }

  private static List<Integer> permuted(List<Integer> lengths, List<Integer> order) {
    return order.stream().map(lengths::get).toList();
  }

  private static Constant transposed(Constant constant, List<Integer> order) {
    List<Integer> from = constant.dimensions();
    List<Integer> to = permuted(from, order);
    var steps = new int[from.size()];
    int step = 1;
    for (int i = from.size() - 1; i >= 0; i--) {
      steps[i] = step;
      step *= from.get(i);
    }
    FloatBuffer given = constant.floats();
    var turned = new float[constant.count()];
    for (int i = 0; i < turned.length; i++) {
      int rest = i;
      int source = 0;
      for (int d = to.size() - 1; d >= 0; d--) {
        source += rest % to.get(d) * steps[order.get(d)];
        rest /= to.get(d);
      }
      turned[i] = given.get(source);
    }
    return new Constant(constant.name(), to, new Constant.Floats(FloatBuffer.wrap(turned)));
  }
}
