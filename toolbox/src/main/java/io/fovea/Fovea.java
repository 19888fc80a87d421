package io.fovea;

import io.fovea.engine.Engine;
import io.fovea.image.Scale;
import io.fovea.zoo.Models;

/**
 * The way in.
 *
 * <pre>{@code
 * try (var net = Fovea.load("squeezenet")) {
 *   System.out.println(net.analyze());
 *   var act = net.activations(Path.of("face.jpg"), "conv1");
 *   act.montage(mat2gray()).write(Path.of("conv1.png"));
 *   System.out.println(net.classify(Path.of("face.jpg")).top(5));
 * }
 * }</pre>
 */
public final class Fovea {
  private Fovea() {}

  /**
   * A network, by the path of its ONNX file or by a name that is known in the folders of {@code
   * FOVEA_MODELS}, in {@code ~/.cache/fovea}, or bundled with Fovea.
   *
   * @throws io.fovea.tensor.FoveaException if there is none, or its file isn't understood
   */
  public static Net load(String nameOrPath) {
    return Net.of(Models.ofEnvironment().open(nameOrPath));
  }

  /**
   * SqueezeNet, trained on ImageNet; where that isn't found, the bundled one, trained on
   * Caltech-101, as its model's notice says. See {@link #load}.
   */
  public static Net squeezenet() {
    return load("squeezenet");
  }

  /** Begins to load the engine on another thread, so that the first run comes sooner. */
  public static void startEngine() {
    EngineStart.now();
  }

  /**
   * Whether the engine's libraries lie unpacked in the user's cache. If not, starting the engine
   * unpacks them there: about 90 MB, once.
   */
  public static boolean isEngineUnpacked() {
    return Engine.isUnpacked();
  }

  /** The scale that shows a whole activation, from its least value in black to its greatest. */
  public static Scale mat2gray() {
    return Scale.layer();
  }
}
