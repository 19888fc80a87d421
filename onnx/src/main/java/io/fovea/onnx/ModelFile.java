package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens an ONNX file without copying the weights in it. */
final class ModelFile {
  private ModelFile() {}

  /** The file's content, its weights lying in the file mapped into memory. */
  static ModelProto read(Path file) {
    return read(map(file));
  }

  /** The content of a file; its weights stay where these bytes lie. */
  static ModelProto read(ByteBuffer bytes) {
    ForeignFile.refuse(bytes);
    ModelProto model = parse(bytes);
    if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
      throw new OnnxException("has no graph with nodes in it; export the network again");
    }
    return model;
  }

  /** A whole file, read-only, mapped into memory. */
  static ByteBuffer map(Path file) {
    if (Files.isDirectory(file)) {
      throw new OnnxException("is a folder; name the .onnx file in it");
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new OnnxException(
            "has %,d bytes, more than the 2 GiB that one ONNX file may have; export it with external data"
                .formatted(channel.size()));
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    } catch (NoSuchFileException e) {
      throw new OnnxException("isn't there; check the path", e);
    } catch (IOException e) {
      throw new OnnxException("can't be opened (%s)".formatted(e.getMessage()), e);
    }
  }

  private static ModelProto parse(ByteBuffer bytes) {
    // Through a ByteString, since only then is the buffer taken for unchanging, and aliased.
    ByteString content = UnsafeByteOperations.unsafeWrap(bytes);
    CodedInputStream input = content.newCodedInput();
    input.enableAliasing(true);
    try {
      return ModelProto.parseFrom(input);
    } catch (InvalidProtocolBufferException e) {
      throw new OnnxException(
          "isn't a whole ONNX file: its %,d bytes end too early or are damaged; copy or export it again"
              .formatted(bytes.limit()),
          e);
    } catch (IOException e) {
      throw new OnnxException("can't be read (%s)".formatted(e.getMessage()), e);
    }
  }
}
