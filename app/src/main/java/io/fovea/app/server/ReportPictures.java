package io.fovea.app.server;

import io.fovea.image.ColorMap;
import io.fovea.image.Scale;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The montages of a report: as large as their number and what else is in it allow. */
final class ReportPictures {
  private static final int GREATEST_SIDE = 300;
  private static final int LEAST_SIDE = 32;
  private static final double SMALLER = 0.9;

  private final Look look;
  private final List<String> layers;
  private final Wanted wanted;

  private ReportPictures(Look look, List<String> layers, Wanted wanted) {
    this.look = look;
    this.layers = layers;
    this.wanted = wanted;
  }

  /** Whether each channel is one value, which is no picture. */
  static boolean isRow(Shape shape) {
    return shape.height() * shape.width() == 1;
  }

  /**
   * Montages by their layer's name: of all these layers, but where not even small ones of all go
   * in, of the first of them.
   *
   * @param most how many characters all of them together may take as base64 text
   * @throws RequestException if they are no longer wanted
   */
  static Map<String, ReportPicture> of(Look look, List<String> layers, long most, Wanted wanted) {
    return new ReportPictures(look, layers, wanted).within(most);
  }

  private Map<String, ReportPicture> within(long most) {
    int side = GREATEST_SIDE;
    Map<String, ReportPicture> pictures = draw(side);
    long length = length(pictures);
    while (length > most && side > LEAST_SIDE) {
      double fit = Math.sqrt(most / (double) length);
      side = Math.max(LEAST_SIDE, (int) (side * Math.min(SMALLER, fit)));
      pictures = draw(side);
      length = length(pictures);
    }
    return first(pictures, most);
  }

  private static long length(Map<String, ReportPicture> pictures) {
    return pictures.values().stream().mapToLong(each -> each.address().length()).sum();
  }

  private Map<String, ReportPicture> draw(int side) {
    var pictures = new LinkedHashMap<String, ReportPicture>();
    for (String layer : layers) {
      wanted.check();
      Tensor activation = look.activation(layer);
      var limits = Scale.layer().limits(activation);
      pictures.put(layer, ReportPicture.tiled(activation, limits, ColorMap.GRAY, side));
    }
    return pictures;
  }

  private static Map<String, ReportPicture> first(Map<String, ReportPicture> pictures, long most) {
    var first = new LinkedHashMap<String, ReportPicture>();
    long left = most;
    for (Map.Entry<String, ReportPicture> each : pictures.entrySet()) {
      left -= each.getValue().address().length();
      if (left < 0) {
        break;
      }
      first.put(each.getKey(), each.getValue());
    }
    return first;
  }
}
