package io.fovea.image;

import io.fovea.tensor.Tensor;
import java.util.List;

/**
 * What a picture of an activation is scaled by: which value is drawn as 0 (dark) and which as 1.
 * Values outside are clipped; numbers that aren't finite don't count.
 */
public sealed interface Scale
    permits LayerScale, ChannelScale, NoScale, RangeScale, PercentileScale, SymmetricScale {
  /**
   * The values drawn as 0 and as 1, for each channel: what a legend shows.
   *
   * @param activation batch 1
   * @return as many as there are channels
   */
  List<Limits> limits(Tensor activation);

  /** One scale for all channels, from the least to the greatest value: mat2gray. */
  static Scale layer() {
    return new LayerScale();
  }

  /** A scale for each channel, from its least to its greatest value. */
  static Scale channel() {
    return new ChannelScale();
  }

  /** Values as they are: 0 to 1, so that a raw activation saturates. */
  static Scale none() {
    return new NoScale();
  }

  /**
   * From a value to another.
   *
   * @throws ImageException if {@code min} isn't less than {@code max} or one isn't finite
   */
  static Scale range(double min, double max) {
    return new RangeScale(min, max);
  }

  /**
   * One scale for all channels, from a percentile to another of all values (linear between ranks,
   * as NumPy's {@code percentile}).
   *
   * @param low 0 to 100
   * @param high 0 to 100, more than {@code low}
   * @throws ImageException if they aren't
   */
  static Scale percentile(double low, double high) {
    return new PercentileScale(low, high);
  }

  /**
   * One scale for all channels, from −m to m, where m is the greatest magnitude: 0 is drawn as 0.5.
   */
  static Scale symmetric() {
    return new SymmetricScale();
  }

  /**
   * The scale of a word: {@code layer}, {@code channel}, {@code none}, {@code symmetric}, {@code
   * MIN:MAX} (as in {@code -1:1}) or {@code LOW%:HIGH%} (as in {@code 1%:99%}).
   *
   * @throws ImageException if it is none of these
   */
  static Scale parse(String text) {
    return switch (text) {
      case "layer" -> layer();
      case "channel" -> channel();
      case "none" -> none();
      case "symmetric" -> symmetric();
      default -> ScaleText.parse(text);
    };
  }
}
