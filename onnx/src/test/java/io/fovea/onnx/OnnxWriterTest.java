package io.fovea.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.fovea.network.Convolution2d;
import io.fovea.network.Flatten;
import io.fovea.network.FullyConnected;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.NetworkException;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxWriterTest {
  private static final ImageInput DATA = ImageInput.of("data", 2, 3, 1);

  @TempDir Path folder;

  static Stream<Network> networks() {
    return WrittenNetworks.all();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void whatIsWrittenIsReadAsItWas(Network network) throws IOException {
    Network read = read(network, Precision.FLOAT32).network();

    assertThat(read.name()).isEqualTo(network.name());
    assertThat(read.layers()).isEqualTo(network.layers());
  }

  @Test
  void everyTypeOfLayerIsTried() {
    assertThat(
            networks()
                .flatMap(network -> network.layers().stream())
                .<Class<?>>map(Layer::getClass)
                .distinct())
        .containsExactlyInAnyOrder(Layer.class.getPermittedSubclasses());
  }

  /** The rules of ONNX's checker: names given once, before they are taken; types everywhere. */
  @ParameterizedTest
  @MethodSource("networks")
  void theGraphIsSound(Network network) throws IOException {
    ModelProto model = ModelProto.parseFrom(bytes(network, Precision.FLOAT16));
    var known = new HashSet<String>();
    var nodeNames = new HashSet<String>();

    model.getGraph().getInputList().forEach(each -> assertThat(known.add(each.getName())).isTrue());
    model
        .getGraph()
        .getInitializerList()
        .forEach(each -> assertThat(known.add(each.getName())).isTrue());
    for (NodeProto node : model.getGraph().getNodeList()) {
      assertThat(known).containsAll(node.getInputList());
      node.getOutputList().forEach(each -> assertThat(known.add(each)).isTrue());
      assertThat(nodeNames.add(node.getName())).isTrue();
      assertThat(node.getAttributeList().stream().map(AttributeProto::getType))
          .doesNotContain(AttributeType.UNDEFINED);
    }
    model.getGraph().getOutputList().forEach(each -> assertThat(known).contains(each.getName()));
    assertThat(model.getGraph().getName()).isNotBlank();
    assertThat(model.getOpsetImportList()).hasSize(1);
    assertThat(model.getIrVersion()).isBetween(8L, 9L);
    assertThat(model.getGraph().getInput(0).getType().getTensorType().getShape().getDim(0))
        .extracting(batch -> batch.getDimParam())
        .isEqualTo("N");
  }

  @Test
  void metadataComesBack() throws IOException {
    Network network = relu();
    Path file = folder.resolve("model.onnx");
    try (var out = Files.newOutputStream(file)) {
      OnnxWriter.write(network, Map.of("author", "me"), Precision.FLOAT32, out);
    }

    OnnxModel model = OnnxReader.read(file);

    assertThat(model.metadata()).containsExactly(Map.entry("author", "me"));
    assertThat(model.producer()).isEqualTo("fovea");
    assertThat(model.opsets()).containsExactly(Map.entry("ai.onnx", 17L));
  }

  @Test
  void float16KeepsTheNearestOfEachWeight() throws IOException {
    var weights = Parameter.of("Weights", new float[] {1, .1f, -3e-8f, 65504}, 4, 1, 1, 1);
    var bias = Parameter.of("Bias", new float[] {.1f, 1e6f, 0, 0}, 4);
    Network network =
        Network.of("net", List.of(DATA, Convolution2d.of("c", "data", weights, bias)));

    var read = (Convolution2d) read(network, Precision.FLOAT16).network().layer("c");

    assertThat(read.weights().toArray()) // 0.1 is 1638.4 · 2⁻¹⁴, 3e-8 half of the least, 2⁻²⁴
        .containsExactly(1, 1638 * 0x1p-14f, -0x1p-24f, 65504);
    assertThat(read.bias()).contains(bias);
  }

  @Test
  void float16HalvesTheFile() throws IOException {
    var weights = Parameter.of("Weights", new float[10_000], 10_000, 1, 1, 1);
    var layer =
        Convolution2d.of("c", "data", weights, Parameter.of("Bias", new float[10_000], 10_000));
    Network network = Network.of("net", List.of(DATA, layer));

    assertThat(bytes(network, Precision.FLOAT32).length).isBetween(80_000, 80_500);
    assertThat(bytes(network, Precision.FLOAT16).length).isBetween(60_000, 60_500);
  }

  @Test
  void aWeightTooLargeForFloat16IsNamed() {
    var weights = Parameter.of("Weights", new float[] {65520}, 1, 1, 1, 1);
    var bias = Parameter.of("Bias", new float[1], 1);
    Network network =
        Network.of("net", List.of(DATA, Convolution2d.of("c", "data", weights, bias)));

    assertThatThrownBy(() -> bytes(network, Precision.FLOAT16))
        .isInstanceOf(OnnxException.class)
        .hasMessage(
            "net: c.Weights_float16 has the value 65520.0, too large for float16; write it as"
                + " float32");
  }

  @Test
  void whatIsFullyConnectedToAPlaneGetsAFlatten() throws IOException {
    var full =
        new FullyConnected(
            "full",
            "data",
            Parameter.of("Weights", new float[] {1, 2, 3, 4, 5, 6}, 1, 6),
            Optional.empty());

    assertThat(read(Network.of("net", List.of(DATA, full)), Precision.FLOAT32).network().layers())
        .containsExactly(
            DATA, new Flatten("data_flat", "data"), full.withInputs(List.of("data_flat")));
  }

  @Test
  void aFlattenThatMovesNothingFindsWhatItTook() throws IOException {
    var mean = new GlobalAveragePooling2d("mean", "data");
    var flat = new Flatten("flat", "mean");

    Network read = read(Network.of("net", List.of(DATA, mean, flat)), Precision.FLOAT32).network();

    assertThat(read.layers()).containsExactly(DATA, mean);
    assertThat(read.layer("flat")).isEqualTo(mean);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aNetworkOfInputsAloneIsRefused(Precision precision) {
    assertThatThrownBy(() -> bytes(Network.of("net", List.of(DATA)), precision))
        .isInstanceOf(OnnxException.class)
        .hasMessage("net: has no layers behind its inputs, so that nothing could be written");
  }

  @Test
  void aNetworkWithFaultsIsRefused() {
    assertThatThrownBy(
            () -> bytes(Network.of("net", List.of(DATA, new Relu("r", "dat"))), Precision.FLOAT32))
        .isInstanceOf(NetworkException.class)
        .hasMessage("r: it takes dat, which isn't there; did you mean data or r?");
  }

  private static Network relu() {
    return Network.of("net", List.of(DATA, new Relu("relu", "data")));
  }

  private static byte[] bytes(Network network, Precision precision) throws IOException {
    var out = new ByteArrayOutputStream();
    OnnxWriter.write(network, Map.of(), precision, out);
    return out.toByteArray();
  }

  private OnnxModel read(Network network, Precision precision) throws IOException {
    return OnnxReader.read(Files.write(folder.resolve("x.onnx"), bytes(network, precision)));
  }
}
