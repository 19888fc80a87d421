package io.fovea.onnx;

import java.util.Set;

/** {@code Identity}, and {@code Cast} between floating point types: float32 is read throughout. */
final class IdentityOperators implements OperatorMapping {
  @Override
  public Set<String> operators() {
    return Set.of("Identity", "Cast");
  }

  @Override
  public Value read(Node node, Layers layers) {
    int type = (int) node.attributes().integer("to", 0);
    boolean casts = node.operator().equals("Cast");
    if (node.input(0).orElse(null) instanceof Constant constant
        && (!casts || DataTypes.isFloating(type) || constant.numbers() instanceof Constant.Longs)) {
      return constant;
    }
    if (casts && !DataTypes.isFloating(type)) {
      throw new Unsupported("a layer that gives " + DataTypes.name(type));
    }
    return node.activation(0);
  }
}
