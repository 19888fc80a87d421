package io.fovea.app.server;

import io.fovea.image.ColorMap;
import io.fovea.image.Scale;
import io.fovea.network.Layer;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The montages of a report: as large as their number allows, since the whole has to stay small. */
final class ReportPictures {
  /** What all of them together may take as base64 text. */
  private static final long MOST_CHARACTERS = 3_600_000;

  private static final int GREATEST_SIDE = 300;
  private static final int LEAST_SIDE = 32;
  private static final double SMALLER = 0.9;

  private ReportPictures() {}

  /** Whether each channel is one value, which is no picture. */
  static boolean isRow(Shape shape) {
    return shape.height() * shape.width() == 1;
  }

  /**
   * A montage of each layer that has planes, by the layer's name.
   *
   * @throws RequestException if they are no longer wanted
   */
  static Map<String, ReportPicture> of(Look look, Wanted wanted) {
    int side = GREATEST_SIDE;
    Map<String, ReportPicture> pictures = draw(look, side, wanted);
    long length = length(pictures);
    while (length > MOST_CHARACTERS && side > LEAST_SIDE) {
      double fit = Math.sqrt(MOST_CHARACTERS / (double) length);
      side = (int) (side * Math.min(SMALLER, fit));
      pictures = draw(look, side, wanted);
      length = length(pictures);
    }
    return pictures;
  }

  private static long length(Map<String, ReportPicture> pictures) {
    return pictures.values().stream().mapToLong(each -> each.address().length()).sum();
  }

  private static Map<String, ReportPicture> draw(Look look, int side, Wanted wanted) {
    var pictures = new LinkedHashMap<String, ReportPicture>();
    for (Layer layer : look.net().network().layers()) {
      wanted.check();
      Tensor activation = look.activation(layer.name());
      if (!isRow(activation.shape())) {
        var limits = Scale.layer().limits(activation);
        pictures.put(layer.name(), ReportPicture.tiled(activation, limits, ColorMap.GRAY, side));
      }
    }
    return pictures;
  }
}
