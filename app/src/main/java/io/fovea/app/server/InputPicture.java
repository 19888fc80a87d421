package io.fovea.app.server;

import io.fovea.Net;
import io.fovea.image.ColorMap;
import io.fovea.image.Interpolation;
import io.fovea.image.Picture;
import io.fovea.image.Resize;
import io.fovea.image.Scale;
import io.fovea.network.ImageInput;
import io.fovea.tensor.Tensor;

/**
 * How a network sees an input, as a picture: a photograph at the network's input size, or the first
 * plane of an array in colours.
 */
final class InputPicture {
  /** The longer side of one that nobody wants smaller, in pixels. */
  static final int MOST_SIDE = 1024;

  /** Held while an array is drawn: one of 40 million numbers takes half a gigabyte meanwhile. */
  private static final Object DRAWING = new Object();

  private InputPicture() {}

  /**
   * Draws it.
   *
   * @param side the most pixels of its longer side
   * @throws io.fovea.tensor.FoveaException if the network can't take it
   */
  static Picture of(Net net, PageInput input, int side) {
    return input
        .picture()
        .map(picture -> shrunk(prepared(net, picture), side))
        .orElseGet(() -> drawn(net, input, side));
  }

  private static Picture drawn(Net net, PageInput input, int side) {
    synchronized (DRAWING) {
      return coloured(net.prepare(input.input()), side);
    }
  }

  private static Picture prepared(Net net, Picture picture) {
    ImageInput own = OneInput.of(net);
    return net.card().preprocessing().picture(picture, own.size().height(), own.size().width());
  }

  private static Picture shrunk(Picture whole, int side) {
    double share = side / (double) Math.max(whole.height(), whole.width());
    return share < 1
        ? Resize.stretch(Interpolation.PIL_BILINEAR)
            .apply(whole, scaled(whole.height(), share), scaled(whole.width(), share))
        : whole;
  }

  private static int scaled(int side, double share) {
    return Math.max(1, (int) Math.round(side * share));
  }

  /** Made smaller before it is coloured: a mean of colours is the colour of nothing. */
  private static Picture coloured(Tensor numbers, int side) {
    Tensor plane = ChannelPlane.of(numbers, 0);
    Tiles tiles = Tiles.of(plane.shape(), side);
    byte[] levels = tiles.draw(plane, Scale.layer().limits(plane));
    return Colours.of(levels, tiles.height(), tiles.width(), ColorMap.VIRIDIS);
  }
}
