package io.fovea.app;

import io.fovea.image.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Folders of gray pictures, each of one gray. */
final class TinyPictures {
  private static final int SIDE = 4;

  private TinyPictures() {}

  /** A folder of this class in the folder, with a picture of each gray from 0 to 255. */
  static void write(Path folder, String label, int... grays) throws IOException {
    Path own = Files.createDirectories(folder.resolve(label));
    for (int i = 0; i < grays.length; i++) {
      var samples = new byte[SIDE * SIDE];
      Arrays.fill(samples, (byte) grays[i]);
      Picture.of(SIDE, SIDE, 1, samples).write(own.resolve(i + ".png"));
    }
  }
}
