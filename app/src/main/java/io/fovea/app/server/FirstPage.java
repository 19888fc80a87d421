package io.fovea.app.server;

import io.fovea.image.SampleInput;
import io.fovea.network.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page shows when it is opened, and what of it can be made before anyone asks. */
final class FirstPage {
  private final String model;
  private final Optional<PageInput> given;
  private final Nets nets;
  private final Inputs inputs;
  private final Looks looks;
  private final NetworkRoutes networks;

  /**
   * @param given the file named at the start, if one was
   */
  FirstPage(
      String model,
      Optional<PageInput> given,
      Nets nets,
      Inputs inputs,
      Looks looks,
      NetworkRoutes networks) {
    this.model = model;
    this.given = given;
    this.nets = nets;
    this.inputs = inputs;
    this.looks = looks;
    this.networks = networks;
  }

  /** What a page has to know first. */
  Map<String, Object> toJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("model", model);
    json.put("input", input());
    json.put("layer", layer());
    json.put("models", nets.list());
    var samples = new ArrayList<>(inputs.samples());
    given.ifPresent(input -> samples.add(0, input.toJson()));
    json.put("samples", List.copyOf(samples));
    json.put("mostBytes", SentFiles.MOST_BYTES);
    return json;
  }

  private String input() {
    return given.map(PageInput::id).orElse(Inputs.id(SampleInput.FACE));
  }

  /** The first convolution, as most of a lesson does. */
  private String layer() {
    List<Layer> layers = nets.get(model).network().layers();
    return layers.stream()
        .filter(layer -> LayerKind.of(layer) == LayerKind.CONVOLUTION)
        .findFirst()
        .orElse(layers.get(0))
        .name();
  }

  /** Makes what it needs; where that fails, the page asks again and shows why. */
  void prepare() {
    networks.prepare(look(input()).net());
  }

  /** What may be made after it: other blocks of the graph and the samples are a click away. */
  List<Runnable> rest() {
    var all = new ArrayList<Runnable>();
    all.add(Graphs::warmUp);
    for (SampleInput sample : SampleInput.values()) {
      all.add(
          () -> {
            if (looks.hasRoom()) {
              look(Inputs.id(sample)); // the next picture, too, then meets code that is compiled
            }
          });
    }
    return all;
  }

  private Look look(String input) {
    return looks.get(model, input).withStatistics();
  }
}
