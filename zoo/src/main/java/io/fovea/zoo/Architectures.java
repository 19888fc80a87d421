package io.fovea.zoo;

import io.fovea.network.ClassificationOutput;
import io.fovea.network.Initializer;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Architectures in code, untrained: for any number of classes, with weights drawn from a seed (the
 * same seed gives the same network). Any number of threads may use it at once.
 */
public final class Architectures {
  private interface Drawing {
    Network draw(int classes, Initializer initializer, long seed);
  }

  private static final Map<String, Drawing> TABLE = table();

  private Architectures() {}

  private static Map<String, Drawing> table() {
    var table = new LinkedHashMap<String, Drawing>();
    table.put("squeezenet", SqueezeNet::plain);
    table.put("squeezenet-bn", SqueezeNet::normalized);
    table.put("alexnet", AlexNet::draw);
    table.put("vgg16", Vgg::draw);
    table.put("resnet18", ResNet::of18);
    table.put("resnet50", ResNet::of50);
    table.put("mobilenet-v2", MobileNetV2::draw);
    return Collections.unmodifiableMap(table);
  }

  /** The names that {@link #create} knows. */
  public static List<String> names() {
    return List.copyOf(TABLE.keySet());
  }

  /**
   * An untrained network.
   *
   * @param name one of {@link #names()}
   * @param classes how many scores it gives, at least 1; they have no names
   * @param initializer of the weights; biases begin as 0
   * @throws ZooException if there is no architecture of this name, naming those there are, or there
   *     are no classes
   */
  public static Network create(String name, int classes, Initializer initializer, long seed) {
    Drawing drawing = TABLE.get(name);
    if (drawing == null) {
      throw new ZooException(
          "%s: there is no architecture of this name; known ones: %s"
              .formatted(name, String.join(", ", TABLE.keySet())));
    }
    if (classes < 1) {
      throw new ZooException(
          "%s: a classifier needs at least 1 class, not %d".formatted(name, classes));
    }
    return drawing.draw(classes, initializer, seed);
  }

  /**
   * An untrained network whose scores have these names; see {@link #create(String, int,
   * Initializer, long)}.
   */
  public static Network create(
      String name, List<String> classes, Initializer initializer, long seed) {
    Network network = create(name, classes.size(), initializer, seed);
    Layer end = network.outputs().get(0);
    return network.withLayer(new ClassificationOutput(end.name(), end.inputs().get(0), classes));
  }

  /** SqueezeNet 1.1 for pictures of 227 × 227 × 3, 68 layers. */
  public static Network squeezenet(int classes, Initializer initializer, long seed) {
    return create("squeezenet", classes, initializer, seed);
  }

  /** AlexNet in one column, for pictures of 224 × 224 × 3. */
  public static Network alexnet(int classes, Initializer initializer, long seed) {
    return create("alexnet", classes, initializer, seed);
  }

  /** VGG-16 for pictures of 224 × 224 × 3: half a gigabyte of weights. */
  public static Network vgg16(int classes, Initializer initializer, long seed) {
    return create("vgg16", classes, initializer, seed);
  }

  /** ResNet-18 for pictures of 224 × 224 × 3. */
  public static Network resnet18(int classes, Initializer initializer, long seed) {
    return create("resnet18", classes, initializer, seed);
  }

  /** ResNet-50 for pictures of 224 × 224 × 3. */
  public static Network resnet50(int classes, Initializer initializer, long seed) {
    return create("resnet50", classes, initializer, seed);
  }

  /** MobileNetV2 for pictures of 224 × 224 × 3. */
  public static Network mobilenetV2(int classes, Initializer initializer, long seed) {
    return create("mobilenet-v2", classes, initializer, seed);
  }
}
