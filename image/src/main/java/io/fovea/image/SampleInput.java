package io.fovea.image;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Inputs to try a network with before one has files: drawn by code, pixel by pixel, and the same on
 * every machine.
 *
 * <pre>{@code
 * Picture face = SampleInput.FACE.picture();
 * }</pre>
 */
public enum SampleInput {
  /** A portrait, 512 × 512 × 3: what do channels make of the eyes? */
  FACE("face", "a portrait, 512 × 512 × 3"),

  /** Shapes, stripes and ramps on rough paper, 512 × 512 × 3. */
  SHAPES("shapes", "circle, square, triangle, stripes, ramps and rings, 512 × 512 × 3"),

  /** A simulated measurement, 128 × 160 numbers in one channel. */
  MEASUREMENT("measurement", "two peaks, a ridge, a ripple and noise, 128 × 160 numbers");

  private static final int SIDE = 512;

  private final String word;
  private final String description;

  SampleInput(String word, String description) {
    this.word = word;
    this.description = description;
  }

  /**
   * The sample of a word: {@code face}, {@code shapes} or {@code measurement}.
   *
   * @throws ImageException if it is none of these
   */
  public static SampleInput parse(String word) {
    return Arrays.stream(values())
        .filter(sample -> sample.word.equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new ImageException(
                    "there is no sample \"%s\"; use one of: %s"
                        .formatted(
                            word,
                            Arrays.stream(values())
                                .map(SampleInput::toString)
                                .collect(Collectors.joining(", ")))));
  }

  /** What it shows and its size, in a line. */
  public String description() {
    return description;
  }

  /**
   * The file it goes into by default: {@code face.png}, {@code shapes.png}, {@code
   * measurement.npy}.
   */
  public String fileName() {
    return word + (this == MEASUREMENT ? ".npy" : ".png");
  }

  /**
   * The sample as a picture, drawn anew: three channels; of the measurement one, from its least
   * number (black) to its greatest (white).
   */
  public Picture picture() {
    return switch (this) {
      case FACE -> new FacePainting().render(SIDE, SIDE);
      case SHAPES -> new ShapesPainting().render(SIDE, SIDE);
      case MEASUREMENT ->
          Montage.of(Measurement.array().toTensor(1)).withScale(Scale.layer()).render();
    };
  }

  /** The numbers themselves, 128 × 160; empty where the sample is a picture. */
  public Optional<NumericArray> array() {
    return this == MEASUREMENT ? Optional.of(Measurement.array()) : Optional.empty();
  }

  /**
   * Writes the sample, whole or not at all: a picture as PNG, the measurement as NPY (128 × 160).
   *
   * @throws ImageException if the file can't be written
   */
  public void write(Path file) {
    array().ifPresentOrElse(array -> NpyWriter.write(file, array), () -> picture().write(file));
  }

  /** The word {@link #parse} knows it by. */
  @Override
  public String toString() {
    return word;
  }
}
