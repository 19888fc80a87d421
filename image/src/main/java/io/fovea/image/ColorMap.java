package io.fovea.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Colours for numbers from 0 to 1, in 256 steps. */
public enum ColorMap {
  /** From black to white. */
  GRAY("gray", x -> new double[] {x, x, x}),

  /**
   * From dark violet over green to yellow, evenly bright: viridis by Stéfan van der Walt and
   * Nathaniel Smith (CC0), here the polynomials of degree 6 that Matt Zucker fitted to it (CC0,
   * shadertoy.com/view/WlfXRN).
   */
  VIRIDIS("viridis", Polynomials.VIRIDIS::at),

  /**
   * From dark blue over green to dark red: turbo by Anton Mikhailov, here the polynomials of degree
   * 5 that Ruofei Du fitted to it (Google LLC, 2019, Apache-2.0).
   */
  TURBO("turbo", Polynomials.TURBO::at),

  /**
   * From blue over light gray to red, for signed values on a symmetric scale: computed as K.
   * Moreland, "Diverging Color Maps for Scientific Visualization", 2009, defines it.
   */
  DIVERGING("diverging", CoolWarm::at),

  /**
   * From light blue over nearly black to light orange, for signed values on a symmetric scale that
   * stand beside pictures: what is zero is dark, so that what isn't is seen.
   */
  SIGNED("signed", Stops.SIGNED::at);

  private static final int STEPS = 256;

  private final String word;
  private final int[] colors = new int[STEPS];

  ColorMap(String word, DoubleFunction<double[]> redGreenBlue) {
    this.word = word;
    for (int step = 0; step < STEPS; step++) {
      for (double part : redGreenBlue.apply(step / (STEPS - 1.0))) {
        int sample = (int) Math.round(Math.min(Math.max(part, 0), 1) * 255);
        colors[step] = colors[step] << 8 | sample;
      }
    }
  }

  /**
   * The colour map of a word: {@code gray}, {@code viridis}, {@code turbo}, {@code diverging} or
   * {@code signed}.
   *
   * @throws ImageException if it is none of these
   */
  public static ColorMap parse(String word) {
    return Arrays.stream(values())
        .filter(map -> map.word.equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new ImageException(
                    "the colour map \"%s\" isn't known; use one of: %s"
                        .formatted(
                            word,
                            Arrays.stream(values())
                                .map(ColorMap::toString)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * The colour of a number, {@code 0xRRGGBB}.
   *
   * @param zeroToOne what lies outside gets the colour of the nearer end, NaN black
   */
  public int rgb(double zeroToOne) {
    return Double.isNaN(zeroToOne) ? 0 : colors[step(zeroToOne)];
  }

  /** The word {@link #parse} knows it by. */
  @Override
  public String toString() {
    return word;
  }

  /** The step, 0 to 255, nearest to a number. */
  private static int step(double zeroToOne) {
    return (int) (Math.min(Math.max(zeroToOne, 0), 1) * (STEPS - 1) + 0.5);
  }
}
