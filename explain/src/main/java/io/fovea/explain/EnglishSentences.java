package io.fovea.explain;

import io.fovea.network.Addition;
import io.fovea.network.AveragePooling2d;
import io.fovea.network.Axis;
import io.fovea.network.BatchNormalization;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.ClippedRelu;
import io.fovea.network.Concatenation;
import io.fovea.network.Convolution2d;
import io.fovea.network.CrossChannelNormalization;
import io.fovea.network.Dropout;
import io.fovea.network.Flatten;
import io.fovea.network.FullyConnected;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Relu;
import io.fovea.network.Softmax;
import io.fovea.tensor.Shape;

/** What layers do, in English. */
final class EnglishSentences {
  private static final String NOTHING = " Nothing is learned here.";

  private EnglishSentences() {}

  static SentenceTable table() {
    return SentenceTable.of(
        new SentenceTable.Entry<>(ImageInput.class, EnglishSentences::input),
        new SentenceTable.Entry<>(Convolution2d.class, EnglishWindows::convolution),
        new SentenceTable.Entry<>(Relu.class, (layer, at) -> relu()),
        new SentenceTable.Entry<>(ClippedRelu.class, (layer, at) -> clippedRelu(layer)),
        new SentenceTable.Entry<>(MaxPooling2d.class, EnglishWindows::max),
        new SentenceTable.Entry<>(AveragePooling2d.class, EnglishWindows::average),
        new SentenceTable.Entry<>(
            GlobalAveragePooling2d.class, (layer, at) -> globalAverage(at.input())),
        new SentenceTable.Entry<>(FullyConnected.class, EnglishSentences::fullyConnected),
        new SentenceTable.Entry<>(
            BatchNormalization.class, (layer, at) -> batchNormalization(layer)),
        new SentenceTable.Entry<>(
            CrossChannelNormalization.class, (layer, at) -> crossChannel(layer)),
        new SentenceTable.Entry<>(Addition.class, (layer, at) -> addition(layer)),
        new SentenceTable.Entry<>(Concatenation.class, EnglishSentences::concatenation),
        new SentenceTable.Entry<>(Dropout.class, (layer, at) -> dropout(layer)),
        new SentenceTable.Entry<>(Flatten.class, (layer, at) -> flatten(at.input())),
        new SentenceTable.Entry<>(Softmax.class, EnglishSentences::softmax),
        new SentenceTable.Entry<>(ClassificationOutput.class, EnglishSentences::output));
  }

  private static String input(ImageInput layer, Circumstances at) {
    Shape shape = at.inputs().isEmpty() ? layer.shape(1) : at.input();
    String each = at.colours() ? "3 colours" : count(layer.channels(), "number");
    return "The picture enters here: %s pixels of %s each.".formatted(Numbers.plane(shape), each)
        + NOTHING;
  }

  private static String relu() {
    return "Negative values become 0, all others stay as they are." + NOTHING;
  }

  private static String clippedRelu(ClippedRelu layer) {
    String ceiling = Numbers.text(layer.ceiling());
    return "Negative values become 0, those above %s become %s, all others stay as they are."
            .formatted(ceiling, ceiling)
        + NOTHING;
  }

  private static String globalAverage(Shape in) {
    return "Each of the %s becomes one number, the mean of its %s = %s."
            .formatted(
                count(in.channels(), "channel"),
                Numbers.plane(in),
                count((long) in.height() * in.width(), "value"))
        + NOTHING;
  }

  private static String fullyConnected(FullyConnected layer, Circumstances at) {
    Shape in = at.input();
    String size = at.single() ? "" : " (" + in.itemText() + ")";
    return "Each of the %s looks at all %s%s: %s make each of them."
            .formatted(
                count(layer.outputs(), "output"),
                count(layer.inputCount(), "value"),
                size,
                sum(layer.inputCount(), layer.bias().isPresent()))
        + " "
        + learned(layer.weights().count(), layer.bias().isPresent() ? layer.outputs() : 0);
  }

  private static String batchNormalization(BatchNormalization layer) {
    return ("Each of the %s is brought to one scale: less the mean and divided by the standard"
            + " deviation that training gathered, then times a scale and plus an offset that"
            + " training learned.")
        .formatted(count(layer.scale().count(), "channel"));
  }

  private static String crossChannel(CrossChannelNormalization layer) {
    return ("Each value is divided by a power of the squares at its place in %s next to each"
                + " other, so that a strong one dampens its neighbours.")
            .formatted(count(layer.windowChannels(), "channel"))
        + NOTHING;
  }

  private static String addition(Addition layer) {
    return "The values of %s are added, place by place and channel by channel."
            .formatted(count(layer.inputs().size(), "layer"))
        + NOTHING;
  }

  private static String concatenation(Concatenation layer, Circumstances at) {
    String layers = count(at.inputs().size(), "layer");
    Axis axis = layer.axis();
    String sum = at.lengths(axis) + " = " + Numbers.text(axis.of(layer.outputShape(at.inputs())));
    String text =
        switch (axis) {
          case BATCH -> "The items of %s follow one another: %s.";
          case CHANNEL -> "The channels of %s are put one behind the other: %s.";
          case HEIGHT -> "The rows of %s are put one below the other: %s.";
          case WIDTH -> "The columns of %s are put side by side: %s.";
        };
    return text.formatted(layers, sum) + NOTHING;
  }

  private static String dropout(Dropout layer) {
    return ("In training each value is set to 0 with a probability of %s %%, so that none is"
            + " relied on alone; afterwards all pass unchanged.")
        .formatted(Numbers.text(100.0 * layer.probability()));
  }

  private static String flatten(Shape in) {
    return "All %s values become %s of one value each, channel after channel and row after row."
            .formatted(in.itemText(), count(in.itemElementCount(), "channel"))
        + " No value changes.";
  }

  private static String softmax(Softmax layer, Circumstances at) {
    String what =
        switch (layer.axis()) {
          case BATCH -> count(at.input().batch(), "item");
          case CHANNEL ->
              at.single()
                  ? count(at.input().channels(), "score")
                  : count(at.input().channels(), "channel") + " of each place";
          case HEIGHT -> count(at.input().height(), "row") + " of each column";
          case WIDTH -> count(at.input().width(), "column") + " of each row";
        };
    return "Turns the %s into shares that add up to 1: each exponential over the sum of all."
            .formatted(what)
        + NOTHING;
  }

  private static String output(ClassificationOutput layer, Circumstances at) {
    String names =
        layer.classes().isEmpty()
            ? "Passes the %s on, one a class; the names of the classes aren't known."
            : "Gives the %s the names of their classes; no value changes.";
    return names.formatted(count(at.input().channels(), "score"))
        + " In training the error is measured here.";
  }

  /** {@code 1 filter}, {@code 1,000 classes}. */
  static String count(long number, String noun) {
    return Numbers.text(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code 27 products and a bias}. */
  static String sum(long products, boolean bias) {
    return count(products, "product") + (bias ? " and a bias" : "");
  }

  /** {@code 1,728 weights and 64 biases are learned.} */
  static String learned(long weights, long biases) {
    String text =
        biases == 0 ? "" : " and " + Numbers.text(biases) + (biases == 1 ? " bias" : " biases");
    return count(weights, "weight")
        + text
        + (weights + biases == 1 ? " is learned." : " are learned.");
  }
}
