package io.fovea.explain;

import io.fovea.network.Axis;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Shapes;
import io.fovea.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows and columns of the picture each value of each activation depends on.
 *
 * <p>Immutable, for any number of threads.
 */
public final class ReceptiveFields {
  private final Network network;
  private final Map<String, Shape> shapes;

  private ReceptiveFields(Network network, Map<String, Shape> shapes) {
    this.network = network;
    this.shapes = shapes;
  }

  /**
   * For inputs of these shapes.
   *
   * @param inputs a shape for each image input, by its name; what is given for other layers doesn't
   *     count, so that the shapes of all layers will do
   * @throws io.fovea.network.NetworkException if a layer can't work on such inputs
   */
  public static ReceptiveFields of(Network network, Map<String, Shape> inputs) {
    var given = new HashMap<String, Shape>();
    for (ImageInput input : network.imageInputs()) {
      Optional.ofNullable(inputs.get(input.name()))
          .ifPresent(shape -> given.put(input.name(), shape));
    }
    return new ReceptiveFields(network, Shapes.of(network, given));
  }

  /**
   * For pictures of this shape, which every image input takes.
   *
   * @param picture N × C × H × W
   * @throws io.fovea.network.NetworkException if a layer can't work on it
   */
  public static ReceptiveFields of(Network network, Shape picture) {
    var inputs = new HashMap<String, Shape>();
    for (ImageInput input : network.imageInputs()) {
      inputs.put(input.name(), picture);
    }
    return of(network, inputs);
  }

  /**
   * The patch of the picture that a value of a layer depends on, clipped to the picture: the
   * smallest that holds all that any way through the network leads to. Of a network with several
   * image inputs it holds what is seen of each.
   *
   * @param layer the layer's name or alias
   * @param row of its activation, from 0
   * @param column of its activation, from 0
   * @return empty where nothing of a picture is seen, as by a filter that lies in padding alone
   * @throws ExplainException if the activation has no such place
   * @throws io.fovea.network.NetworkException if the network has no such layer
   */
  public Optional<Patch> patch(String layer, int row, int column) {
    Layer asked = at(layer, row, column);
    var seen = new HashMap<String, Patch>();
    seen.put(asked.name(), new Patch(row, column, row, column));
    List<Layer> layers = network.layers();
    for (int i = layers.size() - 1; i >= 0; i--) {
      Layer each = layers.get(i);
      if (seen.containsKey(each.name())) {
        lookBack(each, seen);
      }
    }
    return network.imageInputs().stream()
        .flatMap(input -> Optional.ofNullable(seen.get(input.name())).stream())
        .reduce(ReceptiveFields::union);
  }

  /**
   * The patch of a layer's first input that a value of the layer looks at: see {@link
   * #inputPatch(String, int, int, int)}.
   */
  public Patch inputPatch(String layer, int row, int column) {
    return inputPatch(layer, 0, row, column);
  }

  /**
   * The patch of a layer's own input that a value of the layer looks at, not clipped: a negative
   * row or column, or one behind the input's last, is padding. With dilation it holds the values
   * between, too.
   *
   * @param layer the layer's name or alias
   * @param input which of its inputs, from 0; an image input has itself
   * @param row of its activation, from 0
   * @param column of its activation, from 0
   * @throws ExplainException if there is no such input, or the activation has no such place
   * @throws io.fovea.network.NetworkException if the network has no such layer
   */
  public Patch inputPatch(String layer, int input, int row, int column) {
    Layer asked = at(layer, row, column);
    var place = new Patch(row, column, row, column);
    if (asked.inputs().isEmpty() && input == 0) {
      return place;
    }
    if (input < 0 || input >= asked.inputs().size()) {
      throw new ExplainException(
          "%s: it has %d inputs, so that there is none at %d; count from 0"
              .formatted(asked.name(), asked.inputs().size(), input));
    }
    return look(asked, input, place);
  }

  private void lookBack(Layer layer, Map<String, Patch> seen) {
    Patch places = seen.get(layer.name());
    for (int i = 0; i < layer.inputs().size(); i++) {
      String input = layer.inputs().get(i);
      clipped(look(layer, i, places), shapes.get(input))
          .ifPresent(patch -> seen.merge(input, patch, ReceptiveFields::union));
    }
  }

  private Patch look(Layer layer, int index, Patch places) {
    List<Shape> inputs = layer.inputs().stream().map(shapes::get).toList();
    LooksBack back = LooksBack.of(layer);
    return Patch.of(
        back.look(layer, inputs, index, Axis.HEIGHT, places.rows()),
        back.look(layer, inputs, index, Axis.WIDTH, places.columns()));
  }

  private static Optional<Patch> clipped(Patch patch, Shape shape) {
    return patch
        .rows()
        .within(shape.height())
        .flatMap(
            rows -> patch.columns().within(shape.width()).map(columns -> Patch.of(rows, columns)));
  }

  private static Patch union(Patch one, Patch other) {
    return Patch.of(one.rows().or(other.rows()), one.columns().or(other.columns()));
  }

  private Layer at(String name, int row, int column) {
    Layer layer = network.layer(name);
    Shape shape = shapes.get(layer.name());
    if (row < 0 || row >= shape.height() || column < 0 || column >= shape.width()) {
      throw new ExplainException(
          "%s: row %d, column %d isn't there; its activation is %s, counted from 0"
              .formatted(layer.name(), row, column, shape.itemText()));
    }
    return layer;
  }
}
