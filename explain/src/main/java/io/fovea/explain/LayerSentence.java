package io.fovea.explain;

import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * What a layer does, in one or two sentences of plain words made from its own numbers, and what of
 * it is fixed by the architecture and what is learned.
 *
 * <p>The sentences hold no name out of a model.
 */
public final class LayerSentence {
  private static final Map<Language, SentenceTable> TABLES =
      Map.of(Language.ENGLISH, EnglishSentences.table(), Language.KOREAN, KoreanSentences.table());

  /** The channels of a picture that are called colours. */
  private static final int COLOURS = 3;

  private LayerSentence() {}

  /**
   * About a layer wherever it stands.
   *
   * @param inputs the shapes of what it takes, in order; of an image input that of the picture, or
   *     none for the size that the network was trained for
   * @throws io.fovea.network.NetworkException if the layer can't work on such inputs
   */
  public static String of(Layer layer, List<Shape> inputs, Language language) {
    return TABLES.get(language).tell(layer, new Circumstances(inputs, false));
  }

  /**
   * About a layer of a network: as {@link #of(Layer, List, Language)}, and the 3 channels of a
   * picture are called colours.
   *
   * @param shapes the shape of every activation, by the layer's name
   * @throws io.fovea.network.NetworkException if the layer can't work on such inputs
   */
  public static String of(
      Network network, Layer layer, Map<String, Shape> shapes, Language language) {
    List<String> taken = layer.inputs().isEmpty() ? List.of(layer.name()) : layer.inputs();
    boolean colours =
        taken.stream()
            .flatMap(name -> network.find(name).stream())
            .allMatch(each -> each instanceof ImageInput input && input.channels() == COLOURS);
    return TABLES
        .get(language)
        .tell(layer, new Circumstances(taken.stream().map(shapes::get).toList(), colours));
  }

  /** The table of one language. */
  static SentenceTable table(Language language) {
    return TABLES.get(language);
  }
}
