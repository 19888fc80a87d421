package io.fovea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fovea.image.NumericArray;
import io.fovea.image.Picture;
import io.fovea.network.NetworkException;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import io.fovea.zoo.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetTest {
  private static final float[][] ROWS = {{1, 2}, {3, 4}};

  @TempDir private Path folder;

  @Test
  void aLayersActivationIsWhatItMakesOfTheInput() { // 2x + 1
    try (var net = TinyNets.doubling()) {
      LayerActivation activation = net.activations(Input.of(ROWS), "double");

      assertThat(activation.tensor()).isEqualTo(Tensor.of(Shape.of(1, 1, 2, 2), 3, 5, 7, 9));
      assertThat(activation).hasToString("double: 2 × 2 × 1, values 3.0 to 9.0");
    }
  }

  @Test
  void severalLayersComeInTheOrderAskedFor() {
    try (var net = TinyNets.doubling()) {
      var activations = net.activations(Input.of(ROWS), List.of("double", "data"));

      assertThat(activations.keySet()).containsExactly("double", "data");
      assertThat(activations.get("data").tensor().toArray()).containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void aGradientSaysHowAChannelDependsOnALayer() { // "double" is 2x + 1 of each value
    try (var net = TinyNets.doubling()) {
      var gradients = net.gradients(Input.of(ROWS), "double", 0, List.of("data"));

      assertThat(gradients.get("data").tensor())
          .isEqualTo(Tensor.of(Shape.of(1, 1, 2, 2), 2, 2, 2, 2));
    }
  }

  @Test
  void aGradientOfAChannelThatIsNotThereIsRefused() {
    try (var net = TinyNets.doubling()) {
      assertThatThrownBy(() -> net.gradients(Input.of(ROWS), "double", 1, List.of("data")))
          .isInstanceOf(NetException.class)
          .hasMessage("double has channels 0 to 0, not 1");
    }
  }

  @Test
  void aPictureIsPreprocessedAsTheCardSays() { // 255 → 1, then 2x + 1
    var white = Picture.of(1, 1, 1, new byte[] {(byte) 255});

    try (var net = TinyNets.doubling()) {
      assertThat(net.activations(white, "double").tensor().toArray()).containsExactly(3, 3, 3, 3);
    }
  }

  @Test
  void aPictureThatCannotBeResizedIsNamed() {
    Path file = folder.resolve("white.png");
    Picture.of(1, 1, 1, new byte[] {(byte) 255}).write(file);

    try (var net = TinyNets.doubling()) {
      assertThatThrownBy(() -> net.prepare(Input.of(file).withSize(100_000, 100_000)))
          .hasMessageStartingWith(file + ": a picture can't be resized to 100,000 × 100,000");
    }
  }

  @Test
  void anArrayIsFedAsItIs() {
    var array = NumericArray.of(List.of(1, 1, 2, 2), 300, -1, 0, 1);

    try (var net = TinyNets.doubling()) {
      assertThat(net.activations(Input.of(array), "data").tensor().toArray())
          .containsExactly(300, -1, 0, 1);
    }
  }

  @Test
  void anArrayOfRowsAndColumnsIsRepeatedForEachChannel() { // x + x + x
    try (var net = TinyNets.summing()) {
      assertThat(net.activations(Input.of(ROWS), "sum").tensor().toArray())
          .containsExactly(3, 6, 9, 12);
    }
  }

  @Test
  void aFileOfNumbersIsAnInputLikeAPicture() {
    Path file = folder.resolve("x.npy");

    try (var net = TinyNets.doubling()) {
      net.activations(Input.of(ROWS), "data").write(file);

      assertThat(net.activations(file, "double").tensor().toArray()).containsExactly(3, 5, 7, 9);
    }
  }

  @Test
  void aLargerInputIsLegalWhereEveryLayerCanWorkOnIt() {
    try (var net = TinyNets.doubling()) {
      assertThat(net.activations(Input.of(new float[3][5]), "double").shape())
          .isEqualTo(Shape.of(1, 1, 3, 5));
    }
  }

  @Test
  void aPictureCanBeBroughtToAnotherSize() {
    var white = Input.of(Picture.of(1, 1, 1, new byte[] {(byte) 255}));

    try (var net = TinyNets.doubling()) {
      assertThat(net.activations(white.withSize(4, 6), "double").shape())
          .isEqualTo(Shape.of(1, 1, 4, 6));
    }
  }

  @Test
  void aSizeThatALayerCantWorkOnIsRefusedWithTheLayer() {
    try (var net = TinyNets.comparing()) {
      assertThatThrownBy(() -> net.classify(Input.of(new float[3][5])))
          .isInstanceOf(NetException.class)
          .hasMessage(
              "the array: tiny doesn't work on 3 × 5 × 1: fc: its weights take 4 values, but its"
                  + " input data is 3 × 5 × 1, which is 15; use the input size that it was trained"
                  + " for, or other weights");
    }
  }

  @Test
  void rowsOfDifferentLengthsAreRefused() {
    assertThatThrownBy(() -> Input.of(new float[][] {{1, 2}, {3}}))
        .isInstanceOf(NetException.class)
        .hasMessage("row 1 of the array has 1 values, but row 0 has 2");
  }

  @Test
  void anUnknownLayerIsAnsweredWithTheNearest() {
    try (var net = TinyNets.doubling()) {
      assertThatThrownBy(() -> net.activations(Input.of(ROWS), "dubble"))
          .isInstanceOf(NetworkException.class)
          .hasMessage("tiny has no layer dubble; did you mean double or data?");
    }
  }

  @Test
  void scoresOfANetworkWithoutASoftmaxAreGivenOne() { // e^ln 3 / (e^ln 3 + e^0) = 3/4
    float third = (float) (Math.log(3) / 4);

    try (var net = TinyNets.comparing()) {
      var best = net.classify(Input.of(new float[][] {{third, third}, {third, third}})).best();

      assertThat(best.label()).isEqualTo("sum");
      assertThat(best.score()).isEqualTo(0.75f, within(1e-6f));
    }
  }

  @Test
  void scoresOfASoftmaxStayAsTheyAre() {
    float third = (float) (Math.log(3) / 4);

    try (var net = TinyNets.classifying()) {
      var scores = net.classify(Input.of(new float[][] {{third, third}, {third, third}})).scores();

      assertThat(scores).containsExactly(new float[] {0.75f, 0.25f}, within(1e-6f));
    }
  }

  @Test
  void aBatchIsClassifiedItemByItem() {
    var batch = Tensor.of(Shape.of(2, 1, 2, 2), 1, 1, 1, 1, -1, -1, -1, -1);

    try (var net = TinyNets.classifying()) {
      assertThat(net.classify(batch))
          .extracting(each -> each.best().label())
          .containsExactly("sum", "none");
    }
  }

  @Test
  void numbersThatArentFiniteAreRefusedWithTheirPlace() {
    try (var net = TinyNets.classifying()) {
      assertThatThrownBy(() -> net.classify(Input.of(new float[][] {{0, 0}, {Float.NaN, 0}})))
          .isInstanceOf(NetException.class)
          .hasMessage(
              "the array: the number at channel 1, row 2, column 1 (index 0, 1, 0) is NaN; put a"
                  + " finite number there");
    }
  }

  @Test
  void ofABatchTheItemIsNamedToo() {
    var batch = Tensor.of(Shape.of(2, 1, 2, 2), 0, 0, 0, 0, 0, Float.POSITIVE_INFINITY, 0, 0);

    try (var net = TinyNets.classifying()) {
      assertThatThrownBy(() -> net.classify(batch))
          .isInstanceOf(NetException.class)
          .hasMessage(
              "the batch: the number at item 2, channel 1, row 1, column 2 (index 1, 0, 0, 1) is"
                  + " Infinity; put a finite number there");
    }
  }

  @Test
  void scoresThatAreNoNumbersAreRefused() { // the sum is infinite, its softmax ∞/∞
    float most = Float.MAX_VALUE;

    try (var net = TinyNets.classifying()) {
      assertThatThrownBy(() -> net.classify(Input.of(new float[][] {{most, most}, {0, 0}})))
          .isInstanceOf(NetException.class)
          .hasMessageMatching(
              "output: the score of class \\d is NaN; look for such values in the input and the"
                  + " weights");
    }
  }

  @Test
  void manyThreadsMayUseOneNetAtOnce() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try (var net = TinyNets.doubling()) {
      Callable<Boolean> work =
          () -> {
            float value = Thread.currentThread().getId() % 100;
            var input = Input.of(new float[][] {{value, value}, {value, value}});
            return IntStream.range(0, 50)
                .allMatch(
                    run ->
                        net.activations(input, "double").tensor().get(0, 0, 1, 1) == 2 * value + 1);
          };

      for (var right : threads.invokeAll(List.of(work, work, work, work))) {
        assertThat(right.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aClosedNetRefusesToRun() {
    var net = TinyNets.doubling();
    net.close();
    net.close();

    assertThatThrownBy(() -> net.activations(Input.of(ROWS), "double"))
        .isInstanceOf(NetException.class)
        .hasMessage("tiny: this net is closed; load it again");
  }

  @Test
  void aNetNeedsAThread() {
    try (var net = TinyNets.doubling()) {
      var model = Model.of(net.network(), net.card());
      assertThatThrownBy(() -> Net.of(model, 0))
          .isInstanceOf(NetException.class)
          .hasMessage("a network can't run on 0 threads; give it at least 1");
    }
  }

  @Test
  void scoresAreReadFromTheActivationOfTheOutput() {
    try (var net = TinyNets.classifying()) {
      String output = net.network().outputs().get(0).name();

      LayerActivation activation = net.activations(Input.of(ROWS), output);

      assertThat(net.classify(activation).scores())
          .containsExactly(net.classify(Input.of(ROWS)).scores());
    }
  }

  @Test
  void scoresAreNotReadFromAnotherLayer() {
    try (var net = TinyNets.classifying()) {
      String input = net.network().imageInputs().get(0).name();
      LayerActivation activation = net.activations(Input.of(ROWS), input);

      assertThatThrownBy(() -> net.classify(activation))
          .isInstanceOf(NetException.class)
          .hasMessageContaining("scores are read from");
    }
  }
}
