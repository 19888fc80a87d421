package io.fovea.app.server;

import io.fovea.explain.Histogram;
import io.fovea.explain.WeightPictures;
import io.fovea.network.Convolution2d;
import io.fovea.network.Layer;
import io.fovea.network.Parameter;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a layer has learned, as pictures, as a page asks for it. */
final class WeightRoutes {
  private static final int BINS = 48;
  private static final int MOST_SIDE = 512;

  private final Nets nets;

  WeightRoutes(Nets nets) {
    this.nets = nets;
  }

  /**
   * The weights of a layer: each filter in colour where it sees three channels, one filter's slices
   * where it sees more, a matrix where a filter is one value a channel. A matrix of more than 512
   * rows or columns is averaged down to that.
   */
  byte[] weights(Query query) {
    Layer layer = nets.get(query.text("model")).network().layer(query.text("layer"));
    WeightPictures pictures =
        pictures(layer, query)
            .orElseThrow(() -> RequestException.missing(layer.name() + ": has no weights to show"));
    Tensor tiles = shrunk(pictures.tiles());
    var head = new LinkedHashMap<String, Object>();
    head.put("layer", layer.name());
    head.put("kind", pictures.kind().name().toLowerCase(Locale.ROOT));
    head.put("count", tiles.shape().batch());
    head.put("channels", tiles.shape().channels());
    head.put("height", tiles.shape().height());
    head.put("width", tiles.shape().width());
    head.put("whole", List.of(pictures.tiles().shape().height(), pictures.tiles().shape().width()));
    head.put("limits", pictures.limits().stream().map(RecordJson::of).toList());
    head.put("filters", filters(layer));
    head.put("sliced", isSliced(layer));
    head.put("histograms", histograms(layer));
    return BinaryAnswer.of(head, tiles.toArray());
  }

  private static Optional<WeightPictures> pictures(Layer layer, Query query) {
    Optional<WeightPictures> first = WeightPictures.of(layer);
    if (layer instanceof Convolution2d convolution && isSliced(layer)) {
      int filter = query.number("filter", 0, 0, convolution.filters() - 1);
      return Optional.of(WeightPictures.slices(convolution, filter));
    }
    return first;
  }

  /** Whether the pictures are slices of one filter that sees several channels. */
  private static boolean isSliced(Layer layer) {
    boolean slices =
        WeightPictures.of(layer)
            .filter(each -> each.kind() == WeightPictures.Kind.SLICES)
            .isPresent();
    return slices && layer.learnables().get(0).dimension(1) > 1;
  }

  private static int filters(Layer layer) {
    return layer.learnables().get(0).dimension(0);
  }

  private static List<Map<String, Object>> histograms(Layer layer) {
    var histograms = new ArrayList<Map<String, Object>>();
    for (Parameter parameter : layer.learnables()) {
      var json = new LinkedHashMap<String, Object>();
      json.put("name", parameter.name());
      json.putAll(RecordJson.of(Histogram.of(parameter.values(), BINS)));
      histograms.add(json);
    }
    return histograms;
  }

  private static Tensor shrunk(Tensor tiles) {
    Shape shape = tiles.shape();
    if (shape.height() <= MOST_SIDE && shape.width() <= MOST_SIDE) {
      return tiles;
    }
    int height = Math.min(shape.height(), MOST_SIDE);
    int width = Math.min(shape.width(), MOST_SIDE);
    var smaller = new float[height * width];
    var means = new float[width];
    for (int row = 0; row < height; row++) {
      int top = AreaMeans.first(row, height, shape.height());
      var band = new float[(AreaMeans.end(row, height, shape.height()) - top) * shape.width()];
      tiles.buffer().position(top * shape.width()).get(band);
      AreaMeans.row(band, 0, band.length / shape.width(), shape.width(), means);
      System.arraycopy(means, 0, smaller, row * width, width);
    }
    return Tensor.wrap(Shape.of(1, 1, height, width), smaller);
  }
}
