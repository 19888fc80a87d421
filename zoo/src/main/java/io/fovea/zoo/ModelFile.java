package io.fovea.zoo;

import io.fovea.network.ClassificationOutput;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.NetworkException;
import io.fovea.network.Shapes;
import io.fovea.onnx.OnnxModel;
import io.fovea.onnx.OnnxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a model file and gathers what is said of it beside it, inside it and in the catalogue. */
final class ModelFile {
  /** Metadata of an ONNX file that holds the card. */
  static final String METADATA_KEY = "fovea.card";

  private ModelFile() {}

  static Model read(Path file, String name) {
    OnnxModel onnx = OnnxReader.read(file);
    return model(onnx, card(file, name, onnx), Optional.of(file));
  }

  /** A model that lies in no file of its own. */
  static Model read(byte[] content, String name) {
    OnnxModel onnx = OnnxReader.read(content, name);
    Card card = inside(onnx, name, usual(name, onnx.network()));
    return model(onnx, card, Optional.empty());
  }

  private static Model model(OnnxModel onnx, Card given, Optional<Path> file) {
    Card card = given;
    Network network = onnx.network().withName(card.name());
    network = sized(network, card);
    network = network.withAliases(SqueezeNetNames.aliases(network));
    OptionalInt scores = scores(network);
    if (scores.isPresent()) {
      card = named(card, file, onnx, scores.getAsInt());
    }
    return new Model(labelled(network, card.classes()), card, file, Optional.empty());
  }

  /** Beside the model, inside it, in the catalogue; or what is usual for such an input. */
  private static Card card(Path file, String name, OnnxModel onnx) {
    Card known = Catalogue.find(file, name).orElseGet(() -> usual(name, onnx.network()));
    Optional<Path> beside = cardFile(file);
    if (beside.isPresent()) {
      Card card = CardJson.read(text(beside.get()), beside.get().toString(), known);
      checkFingerprint(card, beside.get(), file);
      return card;
    }
    return inside(onnx, file.toString(), known);
  }

  private static Card inside(OnnxModel onnx, String where, Card otherwise) {
    return Optional.ofNullable(onnx.metadata().get(METADATA_KEY))
        .map(text -> CardJson.read(text, where + ": metadata " + METADATA_KEY, otherwise))
        .orElse(otherwise);
  }

  private static Card usual(String name, Network network) {
    List<ImageInput> inputs = network.imageInputs();
    ImageInput first = inputs.isEmpty() ? ImageInput.of(name, 1, 1, 1) : inputs.get(0);
    return Card.of(name, CommonPreprocessing.guess(first));
  }

  private static Optional<Path> cardFile(Path file) {
    String fileName = file.getFileName().toString();
    int dot = fileName.lastIndexOf('.');
    String stem = dot < 0 ? fileName : fileName.substring(0, dot);
    Path own = file.resolveSibling(stem + ".card.json");
    if (Files.isRegularFile(own)) {
      return Optional.of(own);
    }
    Path shared = file.resolveSibling("card.json");
    return stem.equals("model") && Files.isRegularFile(shared)
        ? Optional.of(shared)
        : Optional.empty();
  }

  private static void checkFingerprint(Card card, Path cardFile, Path file) {
    if (card.sha256().isEmpty()) {
      return;
    }
    String found = Sha256.of(file);
    if (!card.sha256().equalsIgnoreCase(found)) {
      throw new ZooException(
          ("%s: the card of a file with SHA-256 %s, but %s has %s; take the card away or get the"
                  + " model that it belongs to")
              .formatted(cardFile, card.sha256(), file.getFileName(), found));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ZooException("%s: can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** The network with the card's input size. */
  private static Network sized(Network network, Card card) {
    List<ImageInput> inputs = network.imageInputs();
    if (card.inputSize().isEmpty() || inputs.size() != 1) {
      return network;
    }
    ImageInput input = inputs.get(0);
    return network.withLayer(
        new ImageInput(input.name(), input.channels(), card.inputSize().get()));
  }

  /** How many scores a network with one output gives, where that can be worked out. */
  private static OptionalInt scores(Network network) {
    List<Layer> outputs = network.outputs();
    if (outputs.size() != 1) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Shapes.of(network, 1).get(outputs.get(0).name()).channels());
    } catch (NetworkException e) {
      return OptionalInt.empty(); // a network with faults; its analysis names them
    }
  }

  private static Card named(Card card, Optional<Path> file, OnnxModel onnx, int scores) {
    if (card.classes().isEmpty()) {
      return card.withClasses(ClassNames.find(file, onnx.metadata(), scores));
    }
    if (card.classes().size() != scores) {
      throw new ZooException(
          "%s: its card names %d classes, but it gives %d scores; mend the card's classes"
              .formatted(
                  file.map(Path::toString).orElse(card.name()), card.classes().size(), scores));
    }
    return card;
  }

  private static Network labelled(Network network, List<String> classes) {
    List<Layer> outputs = network.outputs();
    if (classes.isEmpty()
        || outputs.size() != 1
        || !(outputs.get(0) instanceof ClassificationOutput output)) {
      return network;
    }
    return network.withLayer(new ClassificationOutput(output.name(), output.input(), classes));
  }
}
