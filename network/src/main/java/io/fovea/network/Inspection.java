package io.fovea.network;

import io.fovea.tensor.FoveaException;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One walk through a network, from its inputs on, that gathers rows and faults. */
final class Inspection {
  private final Network network;
  private final Function<ImageInput, Size> inputSize;
  private final Connections connections;
  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final Map<String, ReceptiveField> fields = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private Inspection(Network network, Function<ImageInput, Size> inputSize) {
    this.network = network;
    this.inputSize = inputSize;
    this.connections = Connections.of(network);
  }

  static Inspection of(Network network, Function<ImageInput, Size> inputSize) {
    var inspection = new Inspection(network, inputSize);
    inspection.faults.addAll(inspection.connections.faults());
    for (Layer layer : network.layers()) {
      inspection.visit(layer);
    }
    return inspection;
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  private void visit(Layer layer) {
    List<Fault> own = connections.faults(layer);
    faults.addAll(own);
    boolean known = own.isEmpty() && shapes.keySet().containsAll(layer.inputs());
    List<Shape> inputs = known ? layer.inputs().stream().map(shapes::get).toList() : List.of();
    Optional<Shape> shape = known ? shape(layer, inputs) : Optional.empty();
    connections.loose(layer).ifPresent(faults::add);
    if (shape.isPresent()) {
      shapes.put(layer.name(), shape.get());
      fields.put(layer.name(), field(layer, inputs));
    }
    rows.add(
        new Row(
            rows.size() + 1,
            layer,
            shape,
            layer.learnables().stream().mapToLong(Parameter::count).sum(),
            shape.isPresent() ? layer.macs(inputs) : 0,
            shape.map(any -> fields.get(layer.name()).size())));
  }

  private Optional<Shape> shape(Layer layer, List<Shape> inputs) {
    try {
      return Optional.of(
          layer instanceof ImageInput input
              ? input.withSize(inputSize.apply(input)).shape(1)
              : layer.outputShape(inputs));
    } catch (FoveaException e) {
      String prefix = layer.name() + ": ";
      String message = e.getMessage();
      faults.add(
          new Fault(
              Severity.ERROR,
              layer.name(),
              message.startsWith(prefix) ? message.substring(prefix.length()) : message));
      return Optional.empty();
    }
  }

  private ReceptiveField field(Layer layer, List<Shape> inputs) {
    if (layer instanceof ImageInput) {
      Shape shape = shapes.get(layer.name());
      return ReceptiveField.ofInput(new Size(shape.height(), shape.width()));
    }
    ReceptiveField field = fields.get(layer.inputs().get(0)).through(layer.window(inputs.get(0)));
    for (int i = 1; i < inputs.size(); i++) {
      String input = layer.inputs().get(i);
      field = field.or(fields.get(input).through(layer.window(inputs.get(i))));
    }
    return field;
  }
}
