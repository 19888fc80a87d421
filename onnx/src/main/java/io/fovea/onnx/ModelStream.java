package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A whole file. Protobuf's own way would hold all weights once more in memory; here they go from
 * the network into the file, a piece at a time.
 *
 * @param head the model but for its graph
 * @param graph the graph but for its tensors
 * @param tensors its tensors
 */
record ModelStream(ModelProto head, GraphProto graph, List<WrittenTensor> tensors) {
  private static final int LENGTH_DELIMITED = 2;

  void writeTo(OutputStream out) throws IOException {
    long graphBytes = graph.getSerializedSize();
    for (WrittenTensor tensor : tensors) {
      graphBytes += tensor.fieldBytes();
    }
    long bytes = head.getSerializedSize() + graphBytes;
    if (bytes > Integer.MAX_VALUE - 16) {
      throw new OnnxException(
          "as a file it would have %,d bytes, more than the 2 GiB that one ONNX file may have; write it as float16"
              .formatted(bytes));
    }
    CodedOutputStream coded = CodedOutputStream.newInstance(out);
    head.writeTo(coded);
    coded.writeTag(ModelProto.GRAPH_FIELD_NUMBER, LENGTH_DELIMITED);
    coded.writeUInt32NoTag((int) graphBytes);
    graph.writeTo(coded);
    for (WrittenTensor tensor : tensors) {
      tensor.writeTo(coded);
    }
    coded.flush();
  }
}
