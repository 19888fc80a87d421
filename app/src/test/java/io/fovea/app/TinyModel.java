package io.fovea.app;

import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.network.Network;
import io.fovea.zoo.Card;
import io.fovea.zoo.ModelWriter;
import java.nio.file.Path;
import java.util.List;

/** Networks made by hand as model files, which are given the samples of a picture as they are. */
public final class TinyModel {
  private static final Preprocessing AS_THEY_ARE =
      new Preprocessing(
          ChannelOrder.RGB,
          Resize.stretch(Interpolation.PIL_BILINEAR),
          1,
          List.of(),
          List.of(),
          ColourProfile.IGNORE);

  private TinyModel() {}

  /** Writes one, under its own name. */
  public static Path write(Network network, Path folder) {
    Path file = folder.resolve(network.name() + ".onnx");
    ModelWriter.write(network, Card.of(network.name(), AS_THEY_ARE), file);
    return file;
  }
}
