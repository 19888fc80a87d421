package io.fovea.app.server;

import com.grack.nanojson.JsonObject;
import io.fovea.Input;
import io.fovea.Net;
import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.Network;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import io.fovea.zoo.Card;
import io.fovea.zoo.Model;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks small enough to work out by hand, and what is answered of them. */
final class TinyLooks {
  private TinyLooks() {}

  /** What a network makes of these values, in the order of its input's channels, rows, columns. */
  static Look look(Network network, float... values) {
    var preprocessing =
        new Preprocessing(
            ChannelOrder.RGB,
            Resize.stretch(Interpolation.PIL_BILINEAR),
            1,
            List.of(),
            List.of(),
            ColourProfile.IGNORE);
    Shape shape = network.imageInputs().get(0).shape(1);
    Card card = Card.of(network.name(), preprocessing).withClasses(classes(network));
    try (Net net = Net.of(Model.of(network, card), 1)) {
      return Look.of(net, Input.of(Tensor.of(shape, values)), Long.MAX_VALUE);
    }
  }

  private static List<String> classes(Network network) {
    return network.outputs().stream()
        .filter(ClassificationOutput.class::isInstance)
        .findFirst()
        .map(output -> ((ClassificationOutput) output).classes())
        .orElse(List.of());
  }

  /** The head of a binary answer. */
  static JsonObject head(byte[] answer) {
    return TinyTraining.object(
        new String(answer, Integer.BYTES, headBytes(answer), StandardCharsets.UTF_8));
  }

  /** Levels from 0 to 255 out of the body of a binary answer. */
  static int[] levels(byte[] answer, int offset, int count) {
    int from = Integer.BYTES + headBytes(answer) + offset;
    var levels = new int[count];
    for (int i = 0; i < count; i++) {
      levels[i] = answer[from + i] & 0xff;
    }
    return levels;
  }

  private static int headBytes(byte[] answer) {
    return ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }
}
