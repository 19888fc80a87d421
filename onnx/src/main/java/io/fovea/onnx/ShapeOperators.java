package io.fovea.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code Shape}, and {@code Gather} and {@code Slice} of what it gives: how exporters write "the
 * batch, and the rest flattened". A batch that the file leaves open counts as 1.
 */
final class ShapeOperators implements OperatorMapping {
  @Override
  public Set<String> operators() {
    return Set.of("Shape", "Gather", "Slice");
  }

  @Override
  public Value read(Node node, Layers layers) {
    if (node.operator().equals("Shape")) {
      return Constant.ofLongs(node.output(), slice(shape(node), attribute(node)));
    }
    if (node.input(0).orElse(null) instanceof Constant list
        && list.rank() == 1
        && list.numbers() instanceof Constant.Longs) {
      return node.operator().equals("Gather")
          ? gathered(node, list)
          : Constant.ofLongs(node.output(), slice(list.longs(), input(node)));
    }
    throw new Unsupported("a layer of its own");
  }

  @Override
  public Unread readUnread(Node node, Unread input) {
    if (!node.operator().equals("Shape") && !input.isShape()) {
      throw new Unsupported("a layer of its own");
    }
    return new Unread(true);
  }

  private static List<Long> shape(Node node) {
    if (node.input(0).orElse(null) instanceof Constant constant) {
      return constant.dimensions().stream().map(Integer::longValue).toList();
    }
    return node
        .activation(0)
        .dimensions()
        .orElseThrow(() -> new Unsupported("an input whose size is known"))
        .stream()
        .map(Integer::longValue)
        .toList();
  }

  /** From, to and step of a part of a list. */
  private record Part(long from, long to, long step) {}

  private static Part attribute(Node node) {
    Attributes attributes = node.attributes();
    return new Part(
        attributes.integer("start", 0), attributes.integer("end", Integer.MAX_VALUE), 1);
  }

  private static Part input(Node node) {
    return new Part(
        single(node, "starts", 1, 0),
        single(node, "ends", 2, Integer.MAX_VALUE),
        single(node, "steps", 4, 1));
  }

  private static long single(Node node, String name, int input, long otherwise) {
    List<Long> numbers = node.integers(name, input).orElse(List.of(otherwise));
    if (numbers.size() != 1) {
      throw new OnnxException("%s must be one number, but is %s".formatted(name, numbers));
    }
    return numbers.get(0);
  }

  private static List<Long> slice(List<Long> list, Part part) {
    if (part.step() != 1) {
      throw new Unsupported("a step of 1, not " + part.step());
    }
    int from = bounded(part.from(), list.size());
    return list.subList(from, Math.max(from, bounded(part.to(), list.size())));
  }

  private static int bounded(long index, int size) {
    return (int) Math.max(0, Math.min(size, index < 0 ? index + size : index));
  }

  private static Constant gathered(Node node, Constant list) {
    Constant indices = node.constant(1, "indices");
    var gathered = new ArrayList<Long>();
    for (long index : indices.longs()) {
      gathered.add(list.longs().get(node.axis(index, list.count())));
    }
    return Constant.ofLongs(node.output(), gathered).withDimensions(indices.dimensions());
  }
}
