package io.fovea.app.server;

import io.fovea.Net;
import io.fovea.image.Picture;
import io.fovea.network.ImageInput;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.nio.ByteBuffer;

/**
 * One picture of a page's camera, as large as the network takes it.
 *
 * @param number of the picture on its socket, from 1
 * @param settings what is wanted of it
 * @param isFirst whether it is the first since something else is asked
 * @param picture red, green, blue
 */
record LiveFrame(long number, LiveSettings settings, boolean isFirst, Picture picture) {
  private static final int CANVAS_CHANNELS = 4;
  private static final int COLOURS = 3;

  /**
   * Takes the pixels of a page's canvas.
   *
   * @param pixels height × width × 4: red, green, blue, and opacity, which is left out
   * @throws RequestException if they are too few or too many
   */
  static LiveFrame of(long number, LiveSettings settings, boolean isFirst, ByteBuffer pixels) {
    int count = settings.height() * settings.width();
    if (pixels.remaining() != count * CANVAS_CHANNELS) {
      throw RequestException.wrong(
          "a live picture has %,d bytes; send %d × %d × 4, as the settings say"
              .formatted(pixels.remaining(), settings.height(), settings.width()));
    }
    var colours = new byte[count * COLOURS];
    int from = pixels.position();
    for (int to = 0; to < colours.length; to += COLOURS, from += CANVAS_CHANNELS) {
      colours[to] = pixels.get(from);
      colours[to + 1] = pixels.get(from + 1);
      colours[to + 2] = pixels.get(from + 2);
    }
    return new LiveFrame(
        number,
        settings,
        isFirst,
        Picture.of(settings.height(), settings.width(), COLOURS, colours));
  }

  /**
   * What the network is fed, 1 × C × H × W.
   *
   * @throws io.fovea.tensor.FoveaException if the network takes another size, or no pictures
   */
  Tensor prepare(Net net) {
    ImageInput own = OneInput.of(net);
    int height = own.size().height();
    int width = own.size().width();
    if (picture.height() != height || picture.width() != width) {
      throw RequestException.wrong(
          "a live picture is %d × %d, but %s takes %d × %d; send it so"
              .formatted(picture.height(), picture.width(), net.name(), height, width));
    }
    int channels = own.channels();
    var values = new float[channels * height * width];
    Picture fitting = channels == 1 ? picture.toGray() : picture;
    net.card().preprocessing().write(fitting, channels, values, 0);
    return Tensor.wrap(Shape.of(1, channels, height, width), values);
  }

  /** Whether the scores are to come with it. */
  boolean wantsScores() {
    return settings.scoresEvery() > 0 && (isFirst || isTurn(settings.scoresEvery()));
  }

  /** Whether it is to be told how each channel's values lie. */
  boolean wantsStatistics() {
    return isFirst || isTurn(settings.statisticsEvery());
  }

  private boolean isTurn(int every) {
    return every > 0 && number % every == 0;
  }
}
