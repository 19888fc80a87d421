package io.fovea.explain;

import static io.fovea.explain.EnglishSentences.count;

import io.fovea.network.AveragePooling2d;
import io.fovea.network.Convolution2d;
import io.fovea.network.Dilation;
import io.fovea.network.Layer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Size;
import io.fovea.network.Stride;

/** What layers with a sliding window do, in English. */
final class EnglishWindows {
  private EnglishWindows() {}

  static String convolution(Convolution2d layer, Circumstances at) {
    int each = layer.weights().dimension(1);
    long products = (long) each * layer.kernel().height() * layer.kernel().width();
    boolean bias = layer.bias().isPresent();
    boolean one = products == 1 && !bias;
    String steps = steps(layer.stride(), at.colours() ? "pixel" : "place");
    return "%s%s%s: %s %s each value."
            .formatted(
                look(layer, at),
                steps.isEmpty() ? "" : ", " + steps,
                at.padded(layer) ? ", the edge padded with zeros" : "",
                EnglishSentences.sum(products, bias),
                one ? "makes" : "make")
        + " The window and its steps are fixed; "
        + EnglishSentences.learned(layer.weights().count(), bias ? layer.filters() : 0);
  }

  /** Which filters look at which channels, and how. */
  private static String look(Convolution2d layer, Circumstances at) {
    int each = layer.weights().dimension(1);
    if (layer.groups() > 1 && each == 1) {
      return depthwise(layer, at);
    }
    String filters = count(layer.filters(), "filter");
    String looks = layer.filters() == 1 ? " looks " : " look ";
    String noun = noun(at);
    if (layer.groups() > 1) {
      String in = filters + " in " + layer.groups() + " groups";
      return in + looks + through(layer) + " the " + count(each, noun) + " of their own group";
    }
    String seen = each == 1 ? "the only " + noun : "all " + count(each, noun);
    return filters + looks + through(layer) + " " + seen;
  }

  private static String depthwise(Convolution2d layer, Circumstances at) {
    int filters = layer.filters() / layer.groups();
    return "Each of the %s has %s of its own, %s %s it alone"
        .formatted(
            count(layer.groups(), noun(at)),
            filters == 1 ? "a filter" : filters + " filters",
            filters == 1 ? "which looks" : "which look",
            through(layer));
  }

  private static String noun(Circumstances at) {
    return at.colours() ? "colour" : "channel";
  }

  private static String through(Convolution2d layer) {
    return layer.kernel().equals(Size.of(1))
        ? "at one place at a time, through"
        : "through a " + window(layer.kernel(), layer.dilation()) + " at";
  }

  static String max(MaxPooling2d layer, Circumstances at) {
    return pooled(
            layer,
            "the greatest value in a %s is kept",
            layer.kernel(),
            layer.dilation(),
            layer.stride(),
            at)
        + (at.padded(layer) ? "; padding never wins" : "")
        + ". Nothing is learned here.";
  }

  static String average(AveragePooling2d layer, Circumstances at) {
    String padding = layer.countPadding() ? "; padding counts as zeros" : "; padding doesn't count";
    return pooled(
            layer,
            "the mean of a %s is taken",
            layer.kernel(),
            layer.dilation(),
            layer.stride(),
            at)
        + (at.padded(layer) ? padding : "")
        + ". Nothing is learned here.";
  }

  private static String pooled(
      Layer layer, String what, Size kernel, Dilation dilation, Stride stride, Circumstances at) {
    String steps = steps(stride, "place");
    return "Of each channel %s%s: %s become %s%s"
        .formatted(
            what.formatted(window(kernel, dilation)),
            steps.isEmpty() ? "" : ", " + steps,
            Numbers.plane(at.input()),
            Numbers.plane(layer.outputShape(at.inputs())),
            at.overhanging(layer) ? ", the last window hanging over the edge" : "");
  }

  private static String window(Size kernel, Dilation dilation) {
    String text = Numbers.text(kernel) + " window";
    if (dilation.equals(Dilation.ONE)) {
      return text;
    }
    int rows = dilation.vertical() * (kernel.height() - 1) + 1;
    int columns = dilation.horizontal() * (kernel.width() - 1) + 1;
    return text + " spread over %d × %d".formatted(rows, columns);
  }

  /** How far the window moves; nothing for every place. */
  private static String steps(Stride stride, String noun) {
    if (stride.equals(Stride.ONE)) {
      return "";
    }
    if (stride.vertical() == stride.horizontal()) {
      return "every " + ordinal(stride.vertical()) + noun;
    }
    return "every "
        + ordinal(stride.vertical())
        + "row and every "
        + ordinal(stride.horizontal())
        + "column";
  }

  /** {@code "2nd "}; nothing for the first. */
  private static String ordinal(int number) {
    if (number == 1) {
      return "";
    }
    String ending =
        number / 10 % 10 == 1
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + ending + " ";
  }
}
