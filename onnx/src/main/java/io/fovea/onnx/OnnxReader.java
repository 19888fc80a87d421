package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.fovea.network.Network;
import io.fovea.tensor.FoveaException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Reads ONNX files; its functions may be called by any number of threads at once. */
public final class OnnxReader {
  /** The domain of ONNX's own operators, which files write as an empty string too. */
  static final String OWN_DOMAIN = "ai.onnx";

  private OnnxReader() {}

  /**
   * The network in an ONNX file. Float16, bfloat16 and float64 networks become float32 ones.
   *
   * <p>Time and memory are bounded by the file's size. Faults of the network itself (sizes that
   * don't fit, inputs that aren't there) don't stop it: {@link io.fovea.network.Analysis} reports
   * them.
   *
   * @param file an ONNX file of at most 2 GiB; data kept outside it lies in its folder
   * @throws OnnxException naming the file, if it isn't a whole and sound ONNX file, or naming every
   *     node that Fovea doesn't understand
   */
  public static OnnxModel read(Path file) {
    return read(
        () -> ModelFile.read(file), ExternalData.of(file), String.valueOf(file.getFileName()));
  }

  /**
   * The network in the bytes of an ONNX file, as by {@link #read(Path)}; they must not change while
   * it is in use.
   *
   * @param fileName what the file is called, for what is said of a fault
   * @throws OnnxException also if data is kept outside the file
   */
  public static OnnxModel read(byte[] content, String fileName) {
    return read(() -> ModelFile.read(ByteBuffer.wrap(content)), ExternalData.none(), fileName);
  }

  private static OnnxModel read(
      Supplier<ModelProto> content, ExternalData external, String fileName) {
    try {
      ModelProto model = content.get();
      return read(model, external, nameOf(model.getGraph(), fileName));
    } catch (OnnxException e) {
      throw new OnnxException(fileName + ": " + e.getMessage(), e.unsupported());
    } catch (FoveaException e) {
      throw new OnnxException(fileName + ": " + e.getMessage(), e);
    }
  }

  private static OnnxModel read(ModelProto model, ExternalData external, String name) {
    Map<String, Long> opsets = opsets(model);
    var metadata = new LinkedHashMap<String, String>();
    for (StringStringEntryProto entry : model.getMetadataPropsList()) {
      metadata.put(entry.getKey(), entry.getValue());
    }
    long opset = opsets.getOrDefault(OWN_DOMAIN, 1L);
    var graph = new GraphReader(model.getGraph(), opset, metadata, external).read();
    return new OnnxModel(
        Network.of(name, graph.layers()).withAliases(graph.aliases()),
        metadata,
        String.join(" ", model.getProducerName(), model.getProducerVersion()).strip(),
        model.getIrVersion(),
        opsets,
        graph.outputs(),
        graph.assumedSizes());
  }

  private static Map<String, Long> opsets(ModelProto model) {
    var opsets = new LinkedHashMap<String, Long>();
    for (OperatorSetIdProto opset : model.getOpsetImportList()) {
      String domain = opset.getDomain().isEmpty() ? OWN_DOMAIN : opset.getDomain();
      opsets.merge(domain, opset.getVersion(), Math::max);
    }
    return opsets;
  }

  private static String nameOf(GraphProto graph, String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    return graph.getName().isBlank() ? stem : graph.getName();
  }
}
