package io.fovea.app.server;

import io.fovea.image.ColorMap;
import io.fovea.image.Picture;

/** Levels from 0 to 255, as {@link Tiles} draws them, in the colours of a map. */
final class Colours {
  private static final double WHITE = 255;

  private Colours() {}

  /**
   * A picture of them: one channel in gray, else three.
   *
   * @param levels height × width, row by row
   */
  static Picture of(byte[] levels, int height, int width, ColorMap map) {
    if (map == ColorMap.GRAY) {
      return Picture.of(height, width, 1, levels);
    }
    var samples = new byte[3 * levels.length];
    for (int i = 0; i < levels.length; i++) {
      int colour = map.rgb((levels[i] & 0xff) / WHITE);
      samples[3 * i] = (byte) (colour >> 16);
      samples[3 * i + 1] = (byte) (colour >> 8);
      samples[3 * i + 2] = (byte) colour;
    }
    return Picture.of(height, width, 3, samples);
  }
}
