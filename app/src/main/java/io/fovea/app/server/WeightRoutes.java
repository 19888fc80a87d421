package io.fovea.app.server;

import io.fovea.Net;
import io.fovea.explain.Histogram;
import io.fovea.explain.WeightMatrix;
import io.fovea.explain.WeightPictures;
import io.fovea.network.Convolution2d;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.nio.FloatBuffer;
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
  private static final int COLOURS = 3;

  private final Nets nets;

  WeightRoutes(Nets nets) {
    this.nets = nets;
  }

  /**
   * The weights of a layer: each filter in colour where it sees the colours of a picture, one
   * filter's slices where it sees other channels, a matrix where a filter is one value a channel. A
   * matrix of more than 512 rows or columns is averaged down to that.
   */
  byte[] weights(Query query) {
    Net net = nets.get(query.text("model"));
    Layer layer = net.network().layer(query.text("layer"));
    Optional<WeightMatrix> large = WeightMatrix.of(layer).filter(WeightRoutes::isLarge);
    WeightPictures pictures =
        large
            .map(WeightRoutes::shrunk)
            .or(() -> pictures(net.network(), layer, query))
            .orElseThrow(() -> RequestException.missing(layer.name() + ": has no weights to show"));
    Tensor tiles = pictures.tiles();
    int height = tiles.shape().height();
    int width = tiles.shape().width();
    var head = new LinkedHashMap<String, Object>();
    head.put("layer", layer.name());
    head.put("kind", pictures.kind().name().toLowerCase(Locale.ROOT));
    if (pictures.kind() == WeightPictures.Kind.COLOUR) {
      head.put("order", net.card().preprocessing().channelOrder().name());
    }
    head.put("count", tiles.shape().batch());
    head.put("channels", tiles.shape().channels());
    head.put("height", height);
    head.put("width", width);
    head.put(
        "whole",
        List.of(
            large.map(WeightMatrix::rows).orElse(height),
            large.map(WeightMatrix::columns).orElse(width)));
    head.put("limits", pictures.limits().stream().map(RecordJson::of).toList());
    head.put("filters", filters(layer));
    head.put("sliced", isSliced(layer, pictures));
    head.put("histograms", histograms(layer));
    return BinaryAnswer.of(head, tiles.toArray());
  }

  private static Optional<WeightPictures> pictures(Network network, Layer layer, Query query) {
    Optional<WeightPictures> suiting = WeightPictures.of(layer);
    boolean inSlices =
        suiting
            .filter(each -> isSliced(layer, each) || lacksColours(network, layer, each))
            .isPresent();
    if (inSlices && layer instanceof Convolution2d convolution) {
      int filter = query.number("filter", 0, 0, convolution.filters() - 1);
      return Optional.of(WeightPictures.slices(convolution, filter));
    }
    return suiting;
  }

  /** Whether the three channels that the filters see aren't those of a picture. */
  private static boolean lacksColours(Network network, Layer layer, WeightPictures pictures) {
    return pictures.kind() == WeightPictures.Kind.COLOUR
        && network.imageInputs().stream()
            .noneMatch(each -> each.channels() == COLOURS && layer.inputs().contains(each.name()));
  }

  /** Whether the pictures are slices of one filter that sees several channels. */
  private static boolean isSliced(Layer layer, WeightPictures pictures) {
    return pictures.kind() == WeightPictures.Kind.SLICES
        && layer.learnables().get(0).dimension(1) > 1;
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

  private static boolean isLarge(WeightMatrix matrix) {
    return matrix.rows() > MOST_SIDE || matrix.columns() > MOST_SIDE;
  }

  /** Made smaller as it is read, some rows at a time: it may be hundreds of megabytes. */
  private static WeightPictures shrunk(WeightMatrix matrix) {
    int columns = matrix.columns();
    int height = Math.min(matrix.rows(), MOST_SIDE);
    int width = Math.min(columns, MOST_SIDE);
    FloatBuffer weights = matrix.values();
    var smaller = new float[height * width];
    var means = new float[width];
    for (int row = 0; row < height; row++) {
      int top = AreaMeans.first(row, height, matrix.rows());
      int rows = AreaMeans.end(row, height, matrix.rows()) - top;
      var band = new float[rows * columns];
      weights.position(top * columns).get(band);
      AreaMeans.row(band, 0, rows, columns, means);
      System.arraycopy(means, 0, smaller, row * width, width);
    }
    Tensor tile = Tensor.wrap(Shape.of(1, 1, height, width), smaller);
    return new WeightPictures(WeightPictures.Kind.MATRIX, tile, List.of(matrix.limits()));
  }
}
