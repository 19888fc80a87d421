package io.fovea.bench;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.util.Random;

/** A camera that sees noise, at the size that SqueezeNet takes. */
final class PageCamera {
  private static final int SIDE = 227;
  private static final int CANVAS_CHANNELS = 4;
  private static final int TILE = 64;
  private static final int SCORES_EVERY = 10;
  private static final int PICTURES = 8;

  private final ByteBuffer[] pictures = new ByteBuffer[PICTURES];
  private int shown;

  PageCamera() {
    var random = new Random(1);
    for (int i = 0; i < PICTURES; i++) {
      var pixels = new byte[SIDE * SIDE * CANVAS_CHANNELS];
      random.nextBytes(pixels);
      pictures[i] = ByteBuffer.wrap(pixels);
    }
  }

  /** Its next picture, as a page's canvas holds it. */
  ByteBuffer next() {
    return pictures[shown++ % PICTURES].duplicate();
  }

  /** What is wanted of its pictures: all tiles of a layer, and the scores with every tenth. */
  static JsonObject settings(String model, String layer) {
    var settings = new JsonObject();
    settings.addProperty("model", model);
    settings.addProperty("layer", layer);
    settings.addProperty("height", SIDE);
    settings.addProperty("width", SIDE);
    settings.addProperty("size", TILE);
    settings.addProperty("scoresEvery", SCORES_EVERY);
    return settings;
  }
}
