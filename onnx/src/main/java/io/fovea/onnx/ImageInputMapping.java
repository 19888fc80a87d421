package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.fovea.network.Axis;
import io.fovea.network.ImageInput;
import io.fovea.network.Size;
import io.fovea.tensor.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Inputs of a graph: N × C × H × W, N × C × L (read as one row), N × F (one value a channel), or F.
 */
final class ImageInputMapping implements LayerMapping<ImageInput> {
  /** Rows and columns where the file leaves them open, as most networks for pictures want. */
  static final int DEFAULT_SIZE = 224;

  @Override
  public Class<ImageInput> layer() {
    return ImageInput.class;
  }

  @Override
  public void write(ImageInput layer, GraphWriter graph) {
    graph.addInput(layer);
  }

  /**
   * Adds the image input of a graph's input.
   *
   * @param channels how many the layers behind it want, for where the file doesn't say it
   */
  static Activation read(
      ValueInfoProto input, Optional<Integer> channels, NodeNames names, Layers layers) {
    TypeProto.Tensor type = tensorType(input);
    List<Axis> axes = axes(type);
    Map<Axis, Integer> lengths = new EnumMap<>(Axis.class);
    for (int i = 0; i < axes.size(); i++) {
      Axis axis = axes.get(i);
      length(type.getShape().getDim(i)).ifPresent(length -> lengths.put(axis, length));
    }
    boolean open = axes.contains(Axis.WIDTH) && !lengths.containsKey(Axis.WIDTH);
    open |= axes.contains(Axis.HEIGHT) && !lengths.containsKey(Axis.HEIGHT);
    if (open) {
      layers.assumeSize(input.getName());
    }
    var layer =
        new ImageInput(
            names.unique(input.getName()),
            channels(lengths, channels),
            new Size(rows(Axis.HEIGHT, axes, lengths), rows(Axis.WIDTH, axes, lengths)));
    Shape shape = layer.shape(lengths.getOrDefault(Axis.BATCH, 1));
    return layers.add(layer, axes, Optional.of(shape));
  }

  private static TypeProto.Tensor tensorType(ValueInfoProto input) {
    TypeProto type = input.getType();
    if (!type.hasTensorType()) {
      throw new Unsupported("to be a tensor");
    }
    if (!DataTypes.isFloating(type.getTensorType().getElemType())) {
      throw new Unsupported(
          "floating point numbers, not " + DataTypes.name(type.getTensorType().getElemType()));
    }
    return type.getTensorType();
  }

  private static List<Axis> axes(TypeProto.Tensor type) {
    int rank = type.getShape().getDimCount();
    return Layout.ofRank(rank).orElseThrow(() -> new Unsupported("1 to 4 dimensions, not " + rank));
  }

  private static OptionalInt length(Dimension dimension) {
    long length = dimension.getDimValue();
    if (!dimension.hasDimValue() || length <= 0) {
      return OptionalInt.empty();
    }
    if (length > Integer.MAX_VALUE) {
      throw new OnnxException("a dimension of %,d is too large".formatted(length));
    }
    return OptionalInt.of((int) length);
  }

  private static int channels(Map<Axis, Integer> lengths, Optional<Integer> wanted) {
    Integer given = lengths.get(Axis.CHANNEL);
    if (given != null) {
      return given;
    }
    return wanted.orElseThrow(
        () -> new Unsupported("a number of channels, which the file leaves open"));
  }

  private static int rows(Axis axis, List<Axis> axes, Map<Axis, Integer> lengths) {
    return lengths.getOrDefault(axis, axes.contains(axis) ? DEFAULT_SIZE : 1);
  }
}
