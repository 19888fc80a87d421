package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.tensor.FoveaException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/** Writes networks as ONNX files; its functions may be called by any number of threads at once. */
public final class OnnxWriter {
  /** The oldest operators that know everything but dilated average pooling. */
  static final long OPSET = 17;

  private static final long IR = 8;
  private static final long NEWER_IR = 9;
  private static final String PRODUCER = "fovea";

  private OnnxWriter() {}

  /**
   * Writes a network as one ONNX file of any batch size, a node a layer, its name the layer's.
   *
   * <p>{@link OnnxReader} makes an equal network of it, parameters bit for bit, but for this: image
   * inputs come first; where a fully connected layer takes more than one row and column, a {@link
   * io.fovea.network.Flatten} stands before it; a flatten that moves nothing is left out, and finds
   * what it took; class names aren't in the file; a network that ends in a softmax over channels
   * gets a classification output.
   *
   * @param metadata goes into the file's {@code metadata_props}, for {@link OnnxModel#metadata()}
   * @param out neither buffered nor closed
   * @throws io.fovea.network.NetworkException if the network has faults
   * @throws OnnxException if it has no layers behind its inputs, a weight is too large for float16,
   *     or the file would have more than 2 GiB
   * @throws IOException if the stream does
   */
  public static void write(
      Network network, Map<String, String> metadata, Precision precision, OutputStream out)
      throws IOException {
    var graph = new GraphWriter(network, precision);
    for (Layer layer : network.layers()) {
      Mappings.write(layer, graph);
    }
    var all = new TreeMap<>(metadata);
    ClassificationOutputMapping.note(network, all);
    try {
      new ModelStream(head(graph.opset(), all), graph.graph(), graph.tensors()).writeTo(out);
    } catch (FoveaException e) {
      throw new OnnxException(network.name() + ": " + e.getMessage(), e);
    }
  }

  /** The model but for its graph. */
  private static ModelProto head(long opset, Map<String, String> metadata) {
    var model =
        ModelProto.newBuilder()
            .setIrVersion(opset > OPSET ? NEWER_IR : IR)
            .setProducerName(PRODUCER)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(opset));
    metadata.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return model.buildPartial();
  }
}
