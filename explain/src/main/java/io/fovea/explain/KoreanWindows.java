package io.fovea.explain;

import static io.fovea.explain.KoreanSentences.count;

import io.fovea.network.AveragePooling2d;
import io.fovea.network.Convolution2d;
import io.fovea.network.Dilation;
import io.fovea.network.Layer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Size;
import io.fovea.network.Stride;

/** What layers with a sliding window do, in Korean. */
final class KoreanWindows {
  private KoreanWindows() {}

  static String convolution(Convolution2d layer, Circumstances at) {
    int each = layer.weights().dimension(1);
    long products = (long) each * layer.kernel().height() * layer.kernel().width();
    boolean bias = layer.bias().isPresent();
    return "%s 보면서%s %s 옮겨 가고, %s 값 하나를 만듭니다. 창의 크기와 간격은 정해져 있고, %s"
        .formatted(
            look(layer, at),
            at.padded(layer) ? "(가장자리는 0으로 채움)" : "",
            steps(layer.stride(), at.colours() ? "픽셀" : "칸"),
            KoreanSentences.sum(products, bias),
            KoreanSentences.learned(layer.weights().count(), bias ? layer.filters() : 0));
  }

  /** Which filters look at which channels, and how. */
  private static String look(Convolution2d layer, Circumstances at) {
    int each = layer.weights().dimension(1);
    String noun = at.colours() ? "색상" : "채널";
    if (layer.groups() > 1 && each == 1) {
      return "%s %s에 저마다 필터가 %s씩 있어, %s 자기 %s만"
          .formatted(
              noun,
              count(layer.groups()),
              count(layer.filters() / layer.groups()),
              through(layer),
              noun);
    }
    if (layer.groups() > 1) {
      return "그룹 %s로 나뉜 필터 %s가 %s 자기 그룹의 %s %s만"
          .formatted(
              count(layer.groups()), count(layer.filters()), through(layer), noun, count(each));
    }
    return "필터 %s가 %s %s %s를%s"
        .formatted(
            count(layer.filters()), through(layer), noun, count(each), each == 1 ? "" : " 모두");
  }

  private static String through(Convolution2d layer) {
    return layer.kernel().equals(Size.of(1))
        ? "한 자리에서"
        : window(layer.kernel(), layer.dilation()) + "으로";
  }

  static String max(MaxPooling2d layer, Circumstances at) {
    return pooled(
        layer,
        window(layer.kernel(), layer.dilation()) + "에서 가장 큰 값만 남기면서",
        layer.stride(),
        at.padded(layer) ? " 패딩은 최댓값이 되지 않습니다." : "",
        at);
  }

  static String average(AveragePooling2d layer, Circumstances at) {
    String padding = layer.countPadding() ? " 패딩은 0으로 셉니다." : " 패딩은 세지 않습니다.";
    return pooled(
        layer,
        window(layer.kernel(), layer.dilation()) + "의 평균을 내면서",
        layer.stride(),
        at.padded(layer) ? padding : "",
        at);
  }

  private static String pooled(
      Layer layer, String what, Stride stride, String padding, Circumstances at) {
    return "채널마다 %s %s 옮겨 갑니다(%s → %s).%s%s"
        .formatted(
            what,
            steps(stride, "칸"),
            Numbers.plane(at.input()),
            Numbers.plane(layer.outputShape(at.inputs())),
            at.overhanging(layer) ? " 마지막 창은 가장자리 밖까지 걸칩니다." : "",
            padding + KoreanSentences.NOTHING);
  }

  private static String window(Size kernel, Dilation dilation) {
    String text = Numbers.text(kernel) + " 창";
    if (dilation.equals(Dilation.ONE)) {
      return text;
    }
    int rows = dilation.vertical() * (kernel.height() - 1) + 1;
    int columns = dilation.horizontal() * (kernel.width() - 1) + 1;
    return "%d × %d 범위로 팽창한 %s".formatted(rows, columns, text);
  }

  /** How far the window moves each time. */
  private static String steps(Stride stride, String unit) {
    return stride.vertical() == stride.horizontal()
        ? stride.vertical() + unit + "씩"
        : "세로 %d%s, 가로 %d%s씩".formatted(stride.vertical(), unit, stride.horizontal(), unit);
  }
}
