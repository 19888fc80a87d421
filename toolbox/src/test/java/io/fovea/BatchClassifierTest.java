package io.fovea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.image.NpyWriter;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchClassifierTest {
  @TempDir private Path folder;

  @Test
  void outcomesComeInTheOrderOfTheFiles() { // the sum's sign tells the class
    var files = new ArrayList<Path>();
    var expected = new ArrayList<String>();
    for (int i = 0; i < 11; i++) {
      int value = i % 3 == 0 ? 1 : -1;
      files.add(file(i + ".npy", value));
      expected.add(value == 1 ? "sum" : "none");
    }

    List<Outcome> outcomes = run(files, 4);

    assertThat(outcomes).extracting(Outcome::input).isEqualTo(files);
    assertThat(outcomes)
        .extracting(each -> each.classification().orElseThrow().best().label())
        .isEqualTo(expected);
  }

  @Test
  void aBrokenFileIsNamedAtItsPlaceAndTheOthersGoOn() {
    var missing = folder.resolve("missing.npy");

    List<Outcome> outcomes = run(List.of(file("a.npy", 1), missing, file("b.npy", 1)), 2);

    assertThat(outcomes)
        .extracting(each -> each.fault().isPresent())
        .containsExactly(false, true, false);
    assertThat(outcomes.get(1).fault().orElseThrow()).hasMessageStartingWith(missing + ": ");
  }

  @Test
  void whatTheReceiverThrowsEndsTheRun() {
    var files = List.of(file("a.npy", 1), file("b.npy", 1), file("c.npy", 1));

    try (var net = TinyNets.classifying()) {
      assertThatThrownBy(
              () ->
                  net.classifyEach(
                      files,
                      1,
                      outcome -> {
                        throw new NetException("enough");
                      }))
          .hasMessage("enough");
    }
  }

  @Test
  void aBatchMayBeGreaterThanTheFilesAreMany() {
    assertThat(run(List.of(file("a.npy", 1), file("b.npy", -1)), Integer.MAX_VALUE))
        .extracting(each -> each.classification().orElseThrow().best().label())
        .containsExactly("sum", "none");
  }

  @Test
  void ofNoFilesNothingComes() {
    assertThat(run(List.of(), 4)).isEmpty();
  }

  @Test
  void anItemWithoutScoresIsNamedAndTheOthersOfItsBatchGoOn() { // its sum is infinite
    var bad = file("bad.npy", Float.MAX_VALUE);

    List<Outcome> outcomes = run(List.of(file("a.npy", 1), bad, file("b.npy", -1)), 3);

    assertThat(outcomes)
        .extracting(each -> each.fault().isPresent())
        .containsExactly(false, true, false);
    assertThat(outcomes.get(1).fault().orElseThrow())
        .hasMessageMatching(
            "\\Q"
                + bad
                + "\\E: output: the score of class \\d is NaN; look for such values in the"
                + " input and the weights");
  }

  @Test
  void aReadersLackOfMemoryStaysWhatItIs() {
    var memory = new OutOfMemoryError("Java heap space");

    assertThatThrownBy(() -> BatchClassifier.result(CompletableFuture.failedFuture(memory)))
        .isSameAs(memory);
  }

  private static List<Outcome> run(List<Path> files, int batch) {
    var outcomes = new ArrayList<Outcome>();
    try (var net = TinyNets.classifying()) {
      net.classifyEach(files, batch, outcomes::add);
    }
    return outcomes;
  }

  private Path file(String name, float value) {
    Path file = folder.resolve(name);
    NpyWriter.write(file, Tensor.of(Shape.of(1, 1, 2, 2), value, value, value, value));
    return file;
  }
}
