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

/**
 * What layers do, in Korean. A number is followed by its counter or stands in brackets, so that no
 * particle depends on how it is read.
 */
final class KoreanSentences {
  /** Nothing is learned here. */
  static final String NOTHING = " 여기서 학습되는 것은 없습니다.";

  private KoreanSentences() {}

  static SentenceTable table() {
    return SentenceTable.of(
        new SentenceTable.Entry<>(ImageInput.class, KoreanSentences::input),
        new SentenceTable.Entry<>(Convolution2d.class, KoreanWindows::convolution),
        new SentenceTable.Entry<>(Relu.class, (layer, at) -> relu()),
        new SentenceTable.Entry<>(ClippedRelu.class, (layer, at) -> clippedRelu(layer)),
        new SentenceTable.Entry<>(MaxPooling2d.class, KoreanWindows::max),
        new SentenceTable.Entry<>(AveragePooling2d.class, KoreanWindows::average),
        new SentenceTable.Entry<>(
            GlobalAveragePooling2d.class, (layer, at) -> globalAverage(at.input())),
        new SentenceTable.Entry<>(FullyConnected.class, KoreanSentences::fullyConnected),
        new SentenceTable.Entry<>(
            BatchNormalization.class, (layer, at) -> batchNormalization(layer)),
        new SentenceTable.Entry<>(
            CrossChannelNormalization.class, (layer, at) -> crossChannel(layer)),
        new SentenceTable.Entry<>(Addition.class, (layer, at) -> addition(layer)),
        new SentenceTable.Entry<>(Concatenation.class, KoreanSentences::concatenation),
        new SentenceTable.Entry<>(Dropout.class, (layer, at) -> dropout(layer)),
        new SentenceTable.Entry<>(Flatten.class, (layer, at) -> flatten(at.input())),
        new SentenceTable.Entry<>(Softmax.class, KoreanSentences::softmax),
        new SentenceTable.Entry<>(ClassificationOutput.class, KoreanSentences::output));
  }

  private static String input(ImageInput layer, Circumstances at) {
    Shape shape = at.inputs().isEmpty() ? layer.shape(1) : at.input();
    String each = at.colours() ? "색상 값 3개" : "값 " + count(layer.channels());
    return "여기로 %s픽셀의 그림이 들어오며, 픽셀마다 %s가 있습니다.".formatted(Numbers.plane(shape), each) + NOTHING;
  }

  private static String relu() {
    return "음수는 0으로 바꾸고 나머지 값은 그대로 둡니다." + NOTHING;
  }

  private static String clippedRelu(ClippedRelu layer) {
    return "음수는 0으로 바꾸고, 상한(%s)보다 큰 값은 상한까지 낮추며, 나머지 값은 그대로 둡니다."
            .formatted(Numbers.text(layer.ceiling()))
        + NOTHING;
  }

  private static String globalAverage(Shape in) {
    return "채널 %s를 각각 수 하나로, 곧 %s = %s 값의 평균으로 바꿉니다."
            .formatted(
                count(in.channels()), Numbers.plane(in), count((long) in.height() * in.width()))
        + NOTHING;
  }

  private static String fullyConnected(FullyConnected layer, Circumstances at) {
    boolean bias = layer.bias().isPresent();
    String size = at.single() ? "" : "(" + at.input().itemText() + ")";
    return "출력 %s가 저마다 값 %s%s를 모두 봅니다. %s 출력 하나를 만들며, %s"
        .formatted(
            count(layer.outputs()),
            count(layer.inputCount()),
            size,
            sum(layer.inputCount(), bias),
            learned(layer.weights().count(), bias ? layer.outputs() : 0));
  }

  private static String batchNormalization(BatchNormalization layer) {
    return ("채널 %s를 저마다 같은 척도로 맞춥니다. 학습하면서 모은 평균을 빼고 표준편차로 나눈 다음," + " 학습된 스케일을 곱하고 오프셋을 더합니다.")
        .formatted(count(layer.scale().count()));
  }

  private static String crossChannel(CrossChannelNormalization layer) {
    return ("각 값을 이웃한 채널 %s의 같은 자리 값들로 구한 제곱합의 거듭제곱으로 나누어," + " 강한 값이 이웃 채널을 누르게 합니다.")
            .formatted(count(layer.windowChannels()))
        + NOTHING;
  }

  private static String addition(Addition layer) {
    return "층 %s의 값을 같은 채널, 같은 자리끼리 더합니다.".formatted(count(layer.inputs().size())) + NOTHING;
  }

  private static String concatenation(Concatenation layer, Circumstances at) {
    Axis axis = layer.axis();
    String sum = at.lengths(axis) + " = " + Numbers.text(axis.of(layer.outputShape(at.inputs())));
    String text =
        switch (axis) {
          case BATCH -> "층 %s의 항목을 차례로 이어 붙입니다(%s).";
          case CHANNEL -> "층 %s의 채널을 차례로 이어 붙입니다(%s).";
          case HEIGHT -> "층 %s의 행을 위에서 아래로 이어 붙입니다(%s).";
          case WIDTH -> "층 %s의 열을 왼쪽에서 오른쪽으로 이어 붙입니다(%s).";
        };
    return text.formatted(count(at.inputs().size()), sum) + NOTHING;
  }

  private static String dropout(Dropout layer) {
    return ("학습할 때는 각 값을 %s %%의 확률로 0으로 만들어, 어느 한 값에만 기대지 않게 합니다." + " 학습이 끝나면 모든 값을 그대로 내보냅니다.")
        .formatted(Numbers.text(100.0 * layer.probability()));
  }

  private static String flatten(Shape in) {
    return "값 %s(%s)를 채널 순서로, 한 채널 안에서는 행 순서로 늘어놓아 저마다 채널 하나로 삼습니다. 값은 바뀌지 않습니다."
        .formatted(count(in.itemElementCount()), in.itemText());
  }

  private static String softmax(Softmax layer, Circumstances at) {
    Shape in = at.input();
    String what =
        switch (layer.axis()) {
          case BATCH -> "항목 " + count(in.batch());
          case CHANNEL -> (at.single() ? "점수 " : "자리마다 채널 ") + count(in.channels());
          case HEIGHT -> "열마다 값 " + count(in.height());
          case WIDTH -> "행마다 값 " + count(in.width());
        };
    return "%s를 합이 1인 비율로 바꿉니다. 각 값의 지수 함숫값을 전체의 합으로 나누며, 학습되는 것은 없습니다.".formatted(what);
  }

  private static String output(ClassificationOutput layer, Circumstances at) {
    String names =
        layer.classes().isEmpty()
            ? "점수 %s는 저마다 한 클래스의 것이지만, 클래스 이름은 알 수 없습니다."
            : "점수 %s에 클래스 이름을 붙입니다.";
    return names.formatted(count(at.input().channels())) + " 값은 바뀌지 않으며, 학습할 때는 여기서 오차를 잽니다.";
  }

  /** {@code 64개}; of one, too, as digits are compared more easily. */
  static String count(long number) {
    return Numbers.text(number) + "개";
  }

  /** What is added up to make a value. */
  static String sum(long products, boolean bias) {
    if (bias) {
      return "곱 " + count(products) + "와 편향 1개를 더해";
    }
    return products == 1 ? "곱 1개로" : "곱 " + count(products) + "를 더해";
  }

  /** What training changes. */
  static String learned(long weights, long biases) {
    return "가중치 %s%s를 학습합니다.".formatted(count(weights), biases == 0 ? "" : "와 편향 " + count(biases));
  }
}
