package io.fovea.network;

import static io.fovea.network.Severity.ERROR;
import static io.fovea.network.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each fault's sentence to the letter. */
class AnalysisFaultsTest {
  private static final ImageInput DATA = ImageInput.of("data", 8, 8, 3);

  @Test
  void aNetworkWithoutFaults() {
    assertFaults(List.of(DATA, new Relu("relu", "data")));
  }

  @Test
  void severalOutputsAreFine() {
    assertFaults(List.of(DATA, new Relu("relu", "data"), Softmax.of("prob", "data")));
  }

  @Test
  void noImageInput() {
    assertFaults(
        List.of(new Relu("relu", "data")),
        new Fault(
            ERROR, "", "the network has no image input; add one, and let its first layers take it"),
        new Fault(ERROR, "relu", "it takes data, which isn't there; did you mean relu?"));
  }

  @Test
  void noOutput() {
    assertFaults(
        List.of(DATA),
        new Fault(
            ERROR, "", "the network has no output; add a layer that takes its last activation"));
  }

  @Test
  void noLayers() {
    assertFaults(
        List.of(),
        new Fault(
            ERROR, "", "the network has no image input; add one, and let its first layers take it"),
        new Fault(
            ERROR, "", "the network has no output; add a layer that takes its last activation"));
  }

  @Test
  void anInputThatIsNotThere() {
    assertFaults(
        List.of(DATA, new Relu("relu1", "data"), new Relu("relu2", "rleu1")),
        new Fault(
            ERROR,
            "relu2",
            "it takes rleu1, which isn't there; did you mean relu1, relu2 or data?"));
  }

  @Test
  void anInputWithoutAName() {
    assertFaults(
        List.of(DATA, new Relu("relu1", "data"), new Relu("relu2", "")),
        new Fault(ERROR, "relu2", "it takes no layer; name the layer whose activation it takes"));
  }

  @Test
  void tooFewInputs() {
    assertFaults(
        List.of(DATA, Concatenation.of("cat"), Addition.of("sum", "data")),
        new Fault(
            ERROR, "cat", "it takes at least 1 input, but is given none; connect what is missing"),
        new Fault(
            ERROR, "sum", "it takes at least 2 inputs, but is given 1; connect what is missing"));
  }

  @Test
  void sizesThatDoNotFitAndWhatFollowsThemIsNotReportedAgain() {
    assertFaults(
        List.of(
            DATA,
            Params.convolution("conv", "data", 8, 4, 3),
            new Relu("relu", "conv"),
            Addition.of("sum", "relu", "data"),
            Softmax.of("prob", "sum")),
        new Fault(
            ERROR,
            "conv",
            "its filters look at 4 channels, but its input data has 3; "
                + "give it one of 4 or other weights"));
  }

  @Test
  void allFaultsAreFoundInOnePass() {
    assertFaults(
        List.of(
            DATA,
            Params.convolution("conv", "data", 8, 3, 9),
            new ClassificationOutput("out", "data", List.of("cat", "dog")),
            new Relu("relu", "fata")),
        new Fault(
            ERROR,
            "conv",
            "on an input of 8 × 8 × 3, a window over 9 values doesn't fit into 8 values "
                + "with padding 0 and 0; give it a larger input or more padding"),
        new Fault(WARNING, "conv", "no layer takes its activation; let one take it, or remove it"),
        new Fault(
            ERROR,
            "out",
            "it names 2 classes, but its input data has 3 scores; give it 3 names or none"),
        new Fault(
            ERROR, "relu", "it takes fata, which isn't there; did you mean data, out or conv?"),
        new Fault(WARNING, "relu", "no layer takes its activation; let one take it, or remove it"));
  }

  @Test
  void anUnconnectedInput() {
    assertFaults(
        List.of(DATA, ImageInput.of("mask", 8, 8, 1), new Relu("relu", "data")),
        new Fault(WARNING, "mask", "no layer takes its activation; let one take it, or remove it"));
  }

  @Test
  void aCycleIsReportedOnceAndNotWhatFollowsIt() {
    assertFaults(
        List.of(
            DATA,
            Addition.of("sum", "data", "relu"),
            new Relu("relu", "sum"),
            Softmax.of("prob", "relu")),
        new Fault(
            ERROR,
            "sum",
            "it waits for itself through a cycle of sum, relu; "
                + "let one of them take a layer before the cycle"));
  }

  @Test
  void aLayerThatTakesItself() {
    assertFaults(
        List.of(DATA, new Relu("relu", "relu"), Softmax.of("prob", "data")),
        new Fault(ERROR, "relu", "it takes its own activation; let it take another layer's"));
  }

  @Test
  void everyCycleIsFound() {
    var layers = new ArrayList<Layer>(List.of(DATA));
    for (String pair : List.of("a", "b")) {
      layers.add(Addition.of(pair + 1, "data", pair + 2));
      layers.add(new Relu(pair + 2, pair + 1));
    }

    assertThat(Analysis.of(Network.of("two", layers)).faults())
        .extracting(Fault::layer)
        .containsExactly("a1", "b1");
  }

  @Test
  void ofALongCycleTheFirstLayersAreNamed() {
    var layers = new ArrayList<Layer>(List.of(DATA));
    for (int i = 0; i < 10; i++) {
      layers.add(new Relu("r" + i, "r" + (i + 9) % 10));
    }

    assertThat(Analysis.of(Network.of("ring", layers)).faults())
        .extracting(Fault::toString)
        .contains(
            "error: r0: it waits for itself through a cycle of r0, r1, r2, r3, r4, r5, r6, r7"
                + " and 2 more; let one of them take a layer before the cycle");
  }

  @Test
  void aVeryDeepNetworkIsAnalysed() {
    var layers = new ArrayList<Layer>(List.of(DATA));
    for (int i = 0; i < 100_000; i++) {
      layers.add(new Relu("relu" + i, i == 0 ? "data" : "relu" + (i - 1)));
    }

    Collections.reverse(layers);

    assertThat(Analysis.of(Network.of("deep", layers)).faults()).isEmpty();
  }

  @Test
  void anActivationTooLargeToIndexIsAFault() {
    var network = Network.of("large", List.of(DATA, Params.convolution("conv", "data", 4, 3, 1)));

    assertThat(Analysis.of(network, Size.of(25_000, 25_000)).faults())
        .extracting(Fault::toString)
        .containsExactly(
            "error: conv: on an input of 25000 × 25000 × 3, a tensor of 1 × 4 × 25000 × 25000 has"
                + " more values than the 2147483639 that one may hold");
  }

  private static void assertFaults(List<Layer> layers, Fault... faults) {
    assertThat(Analysis.of(Network.of("net", layers)).faults()).containsExactly(faults);
  }
}
