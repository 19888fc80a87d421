package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.fovea.network.Axis;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A tensor in a file of its own, as ONNX's tests and other engines' outputs are kept.
 *
 * @param proto as it lies in the file
 */
public record TensorFile(TensorProto proto) {
  /** Reads a {@code .pb} file. */
  public static TensorFile read(Path file) {
    try {
      return new TensorFile(TensorProto.parseFrom(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether its values are floating point numbers. */
  boolean isFloating() {
    return DataTypes.isFloating(proto.getDataType());
  }

  /** All values as float32. */
  public float[] values() {
    Constant constant = constant();
    var values = new float[constant.count()];
    constant.floats().get(values);
    return values;
  }

  /** N × C × H × W as the reader lays it out, if it has 1 to 4 dimensions and any values. */
  public Optional<Tensor> activation() {
    Constant constant = constant();
    return Layout.ofRank(constant.rank())
        .filter(axes -> constant.count() > 0)
        .map(
            axes -> {
              var shape = Shape.of(1, 1, 1, 1);
              for (int i = 0; i < axes.size(); i++) {
                Axis axis = axes.get(i);
                shape = axis.with(shape, constant.dimensions().get(i));
              }
              return Tensor.wrap(shape, values());
            });
  }

  private Constant constant() {
    return TensorDecoder.decode(proto, proto.getName(), ExternalData.of(Path.of("model.onnx")));
  }
}
