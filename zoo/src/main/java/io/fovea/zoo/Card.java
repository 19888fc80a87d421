package io.fovea.zoo;

import io.fovea.image.OutputFile;
import io.fovea.image.Preprocessing;
import io.fovea.network.Size;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an ONNX file doesn't say of a model: how pictures become its input, the names of its
 * classes, whose it is.
 *
 * <p>On disk it is JSON, in UTF-8, beside the model: {@code card.json} beside {@code model.onnx},
 * {@code NAME.card.json} beside {@code NAME.onnx}. A card holds at least {@code formatVersion};
 * what it leaves out follows from the model.
 *
 * @param formatVersion version of the file format; {@link #FORMAT_VERSION} in what is changed
 * @param name the model's name
 * @param inputSize rows and columns that pictures are brought to, where the model leaves them open
 * @param preprocessing how a picture becomes the model's input
 * @param classes a name for each score, in order; empty where they have none
 * @param licence the licence as its owner states it, or empty
 * @param source where it came from, or empty
 * @param sha256 64 hexadecimal digits over the model file, or empty
 * @param training how it came to its weights, where that is known (since version 2)
 */
public record Card(
    int formatVersion,
    String name,
    Optional<Size> inputSize,
    Preprocessing preprocessing,
    List<String> classes,
    String licence,
    String source,
    String sha256,
    Optional<Training> training) {
  /** The version of the format that this Fovea writes, and the newest that it reads. */
  public static final int FORMAT_VERSION = 2;

  /** Keeps a copy of the list. */
  public Card {
    classes = List.copyOf(classes);
  }

  /** A card with a name and a preprocessing, and nothing else known. */
  public static Card of(String name, Preprocessing preprocessing) {
    return new Card(
        FORMAT_VERSION,
        name,
        Optional.empty(),
        preprocessing,
        List.of(),
        "",
        "",
        "",
        Optional.empty());
  }

  /** The same under another name. */
  public Card withName(String newName) {
    return new Card(
        FORMAT_VERSION,
        newName,
        inputSize,
        preprocessing,
        classes,
        licence,
        source,
        sha256,
        training);
  }

  /** The same with another input size. */
  public Card withInputSize(Size newInputSize) {
    return new Card(
        FORMAT_VERSION,
        name,
        Optional.of(newInputSize),
        preprocessing,
        classes,
        licence,
        source,
        sha256,
        training);
  }

  /** The same with other class names. */
  public Card withClasses(List<String> newClasses) {
    return new Card(
        FORMAT_VERSION,
        name,
        inputSize,
        preprocessing,
        newClasses,
        licence,
        source,
        sha256,
        training);
  }

  /** The same with another preprocessing. */
  public Card withPreprocessing(Preprocessing newPreprocessing) {
    return new Card(
        FORMAT_VERSION,
        name,
        inputSize,
        newPreprocessing,
        classes,
        licence,
        source,
        sha256,
        training);
  }

  /** The same with another licence and source. */
  public Card withOrigin(String newLicence, String newSource) {
    return new Card(
        FORMAT_VERSION,
        name,
        inputSize,
        preprocessing,
        classes,
        newLicence,
        newSource,
        sha256,
        training);
  }

  /** The same with what is known of its training. */
  public Card withTraining(Training newTraining) {
    return new Card(
        FORMAT_VERSION,
        name,
        inputSize,
        preprocessing,
        classes,
        licence,
        source,
        sha256,
        Optional.of(newTraining));
  }

  /** The same for no particular file. */
  Card withoutFingerprint() {
    return new Card(
        FORMAT_VERSION, name, inputSize, preprocessing, classes, licence, source, "", training);
  }

  /** The card as JSON. */
  public String toJson() {
    return CardJson.write(this);
  }

  /** Writes the card as JSON; the file is there whole or not at all. */
  public void write(Path file) {
    byte[] json = toJson().getBytes(StandardCharsets.UTF_8);
    OutputFile.write(file, out -> out.write(json));
  }
}
