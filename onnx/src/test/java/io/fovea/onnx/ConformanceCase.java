package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.fovea.tensor.Tensor;
import io.fovea.testing.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One of ONNX's own conformance tests: a folder of a model and data sets of inputs and outputs.
 * What the test gives as an input but a network has as a parameter (weights, shapes, axes) is put
 * into the model as an initializer.
 *
 * @param name release, kind and name of the test: {@code 2026-08/node/test_relu}
 */
public record ConformanceCase(String name, Path folder) {
  /** Operators all of whose inputs are activations; of others it is the first. */
  private static final Set<String> ALL_ACTIVATIONS = Set.of("Add", "Sum", "Concat");

  /** Inputs by the image input's name, and the values expected of layers by their names. */
  public record Data(OnnxModel model, Map<String, Tensor> inputs, Map<String, float[]> expected) {}

  private static final Map<String, List<String>> REFUSED = Table.read("conformance-refused.tsv");

  // They ask for the rounding to bfloat16 itself; Fovea computes bfloat16 networks in float32.
  private static final Set<String> ROUNDING =
      Set.of(
          "2026-08/node/test_cast_FLOAT_to_BFLOAT16",
          "2026-08/node/test_castlike_FLOAT_to_BFLOAT16_expanded");

  /** The tests that whatever runs networks must pass. */
  public static List<ConformanceCase> thatRun() {
    return all().stream()
        .filter(each -> each.refusal().isEmpty() && !ROUNDING.contains(each.name()))
        .toList();
  }

  /** The tests that the reader refuses, each listed by its name. */
  public static List<ConformanceCase> thatAreRefused() {
    return all().stream().filter(each -> each.refusal().isPresent()).toList();
  }

  /** The names of the tests that are listed as refused or as no concern of a network. */
  static Set<String> listed() {
    var listed = new HashSet<>(ROUNDING);
    listed.addAll(REFUSED.keySet());
    return listed;
  }

  /** What the reader says, behind the file's name, if the test is listed as refused. */
  public Optional<String> refusal() {
    return Optional.ofNullable(REFUSED.get(name)).map(fields -> fields.get(0));
  }

  /** All tests whose operators are all in the tables, by name. */
  public static List<ConformanceCase> all() {
    Path root = SharedData.require("onnx-backend");
    try (Stream<Path> files = Files.walk(root, 4)) {
      return files
          .filter(file -> file.endsWith("model.onnx"))
          .map(file -> file.getParent())
          .sorted()
          .map(
              folder ->
                  new ConformanceCase(
                      root.relativize(folder).toString().replace('\\', '/'), folder))
          .filter(ConformanceCase::hasOnlyKnownOperators)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many data sets it has. */
  public int dataSets() {
    int count = 0;
    while (Files.isDirectory(dataSet(count))) {
      count++;
    }
    return count;
  }

  /**
   * The network with one data set's parameters, its inputs and what is expected.
   *
   * @param scratch a folder to write the model into
   * @throws OnnxException if the reader refuses it
   */
  public Data read(int dataSet, Path scratch) {
    ModelProto model = ModelFile.read(folder.resolve("model.onnx"));
    GraphProto graph = model.getGraph();
    Set<String> parameters = parameters(graph);
    var changed = graph.toBuilder();
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    var initialized = new HashSet<String>();
    graph.getInitializerList().forEach(each -> initialized.add(each.getName()));
    int number = 0;
    for (var input : graph.getInputList()) {
      if (initialized.contains(input.getName())) {
        continue;
      }
      Path file = dataSet(dataSet).resolve("input_" + number++ + ".pb");
      if (!input.getType().hasTensorType()) {
        continue;
      }
      var tensor = TensorFile.read(file);
      if (parameters.contains(input.getName())) {
        changed.addInitializer(tensor.proto().toBuilder().setName(input.getName()));
      } else if (tensor.isFloating()) {
        tensor.activation().ifPresent(value -> inputs.put(input.getName(), value));
      }
    }
    OnnxModel read = OnnxReader.read(write(model.toBuilder().setGraph(changed).build(), scratch));
    inputs.keySet().removeIf(input -> read.network().find(input).isEmpty());
    return new Data(read, inputs, expected(graph, read, dataSet));
  }

  private Map<String, float[]> expected(GraphProto graph, OnnxModel read, int dataSet) {
    Map<String, float[]> expected = new HashMap<>();
    for (int i = 0; i < graph.getOutputCount(); i++) {
      var output = TensorFile.read(dataSet(dataSet).resolve("output_" + i + ".pb"));
      expected.put(read.outputs().get(graph.getOutput(i).getName()), output.values());
    }
    return expected;
  }

  private boolean hasOnlyKnownOperators() {
    return ModelFile.read(folder.resolve("model.onnx")).getGraph().getNodeList().stream()
        .allMatch(
            node -> NodeNames.isOwn(node) && Mappings.ofOperator(node.getOpType()).isPresent());
  }

  private static Set<String> parameters(GraphProto graph) {
    var parameters = new HashSet<String>();
    for (NodeProto node : graph.getNodeList()) {
      if (!ALL_ACTIVATIONS.contains(node.getOpType())) {
        parameters.addAll(
            new ArrayList<>(node.getInputList())
                .subList(Math.min(1, node.getInputCount()), node.getInputCount()));
      }
    }
    return parameters;
  }

  private static Path write(ModelProto model, Path scratch) {
    try {
      Path file = Files.createTempFile(scratch, "model", ".onnx");
      Files.write(file, model.toByteArray());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path dataSet(int number) {
    return folder.resolve("test_data_set_" + number);
  }

  @Override
  public String toString() {
    return name;
  }
}
