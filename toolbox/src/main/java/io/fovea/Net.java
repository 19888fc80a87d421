package io.fovea;

import io.fovea.engine.PlanRequest;
import io.fovea.image.Picture;
import io.fovea.learn.Evaluation;
import io.fovea.learn.ImageDatastore;
import io.fovea.learn.PictureData;
import io.fovea.network.Analysis;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Shapes;
import io.fovea.network.Size;
import io.fovea.tensor.FoveaException;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import io.fovea.zoo.Card;
import io.fovea.zoo.Model;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * A network, ready to be looked into: its layers, what each makes of an input, and the class it
 * tells.
 *
 * <p>Any number of threads may use one at once; each run takes a compiled plan of its own. The
 * engine starts with the first run. Native memory is freed by {@link #close()}.
 */
public final class Net implements AutoCloseable {
  private static final int EVALUATION_BATCH = 8;

  private final Model model;
  private final int threads;
  private final PlanPool plans;

  private Net(Model model, int threads, EngineStart start) {
    this.model = model;
    this.threads = threads;
    this.plans = new PlanPool(model.network(), start);
  }

  /** A net that runs on all cores. */
  public static Net of(Model model) {
    return of(model, Runtime.getRuntime().availableProcessors());
  }

  /**
   * A net that runs on so many threads.
   *
   * @throws NetException if there are none
   */
  public static Net of(Model model, int threads) {
    checkThreads(threads);
    return new Net(model, threads, EngineStart.whenNeeded());
  }

  /**
   * Opens a model while the engine starts on another thread: the first run comes sooner.
   *
   * @param model reads the model
   * @throws NetException if there are no threads
   */
  public static Net open(Supplier<Model> model, int threads) {
    checkThreads(threads);
    EngineStart start = EngineStart.now();
    return new Net(model.get(), threads, start);
  }

  private static void checkThreads(int threads) {
    if (threads < 1) {
      throw new NetException(
          "a network can't run on %d threads; give it at least 1".formatted(threads));
    }
  }

  /** The network with its card. */
  public Model model() {
    return model;
  }

  /** Its name. */
  public String name() {
    return model.name();
  }

  /** Its layers and parameters. */
  public Network network() {
    return model.network();
  }

  /** How pictures become its input, the names of its classes, whose it is. */
  public Card card() {
    return model.card();
  }

  /** A name for each class, in order; empty where they have none. */
  public List<String> classes() {
    return model.classes();
  }

  /** Its layers with sizes, learnable parameters and faults; prints as a table. */
  public Analysis analyze() {
    return Analysis.of(network());
  }

  /** The same for an input of another size. */
  public Analysis analyze(int height, int width) {
    return Analysis.of(network(), Size.of(height, width));
  }

  /**
   * What a layer makes of a file, a picture or an array; see {@link Input}.
   *
   * @param layer the layer's name, or the one that people know it by
   * @throws FoveaException if there is no such layer or the input can't be read
   */
  public LayerActivation activations(Path file, String layer) {
    return activations(Input.of(file), layer);
  }

  /** What a layer makes of a picture; see {@link #activations(Path, String)}. */
  public LayerActivation activations(Picture picture, String layer) {
    return activations(Input.of(picture), layer);
  }

  /** What a layer makes of an input; see {@link #activations(Path, String)}. */
  public LayerActivation activations(Input input, String layer) {
    return activations(input, List.of(layer)).get(layer);
  }

  /**
   * What each of these layers makes of an input, in one run.
   *
   * @return by the names given, in their order
   */
  public Map<String, LayerActivation> activations(Input input, List<String> layers) {
    List<String> wanted =
        layers.stream().map(name -> network().layer(name).name()).distinct().toList();
    Tensor tensor = prepare(input);
    return plans.run(
        request(tensor.shape(), wanted),
        tensor,
        given -> {
          var activations = new LinkedHashMap<String, LayerActivation>();
          for (String name : layers) {
            String own = network().layer(name).name();
            activations.put(name, new LayerActivation(own, given.get(own).toTensor()));
          }
          return activations;
        });
  }

  /**
   * How one channel of a layer, a class's score for instance, depends on what other layers give:
   * the gradient of the sum of its values with respect to each of these layers' activations, in
   * inference (Simonyan and others, "Deep Inside Convolutional Networks", 2014).
   *
   * @param of the layer that is differentiated
   * @param channel one of its channels, from 0
   * @param layers those that it is differentiated by, the image input among them if wanted
   * @return by the names given, in their order, each of its layer's shape
   * @throws FoveaException if there is no such layer or channel, it doesn't depend on one of the
   *     layers, or the input can't be read
   */
  public Map<String, LayerActivation> gradients(
      Input input, String of, int channel, List<String> layers) {
    Tensor tensor = prepare(input);
    return plans.withEngine(
        engine -> new Gradients(engine, of, channel, layers, threads).at(tensor));
  }

  /** The scores of a file's classes; see {@link #classify(Input)}. */
  public Classification classify(Path file) {
    return classify(Input.of(file));
  }

  /** The scores of a picture's classes; see {@link #classify(Input)}. */
  public Classification classify(Picture picture) {
    return classify(Input.of(picture));
  }

  /**
   * The scores of an input's classes. Where the network doesn't end in a softmax, one is applied.
   *
   * @param input one picture, or an array of one item
   * @throws FoveaException if the input can't be read, or the network doesn't give scores
   */
  public Classification classify(Input input) {
    List<Classification> all = classifyPrepared(prepare(input));
    if (all.size() != 1) {
      throw new NetException(
          "%s: holds %d items; classify them with classify(Tensor)".formatted(input, all.size()));
    }
    return all.get(0);
  }

  /**
   * The scores of each item of a batch; see {@link #classify(Input)}.
   *
   * @param batch N × C × H × W, as {@link #prepare} makes it
   * @throws NetException if a number of it isn't finite
   */
  public List<Classification> classify(Tensor batch) {
    FiniteNumbers.check("the batch", batch);
    return classifyPrepared(batch);
  }

  /**
   * The scores that lie in the activation of the network's output, without another run; see {@link
   * #classify(Input)}.
   *
   * @param output what {@link #activations} gave for the network's only output, of one item
   * @throws NetException if it is another layer's, or the network doesn't give scores
   */
  public Classification classify(LayerActivation output) {
    Scores scores = Scores.of(network());
    if (!scores.layer().equals(output.layer()) || output.shape().batch() != 1) {
      throw new NetException(
          "%s: scores are read from %s for one item; give its activation"
              .formatted(output.layer(), scores.layer()));
    }
    return scores.read(output.tensor(), classes()).get(0);
  }

  /** The scores of each item of a batch whose numbers are known to be finite. */
  List<Classification> classifyPrepared(Tensor batch) {
    Scores scores = Scores.of(network());
    return plans.run(
        request(batch.shape(), List.of(scores.layer())),
        batch,
        given -> scores.read(given.get(scores.layer()).toTensor(), classes()));
  }

  /**
   * Classifies many files, reading ahead on other threads, and hands on each outcome in the order
   * of the files. It stops early when the receiver throws or this thread is interrupted.
   *
   * @param files pictures and arrays
   * @param batch how many go through the network at once, at least 1
   */
  public void classifyEach(List<Path> files, int batch, Consumer<Outcome> receiver) {
    if (batch < 1) {
      throw new NetException("a batch can't hold %d inputs; give it at least 1".formatted(batch));
    }
    if (!files.isEmpty()) {
      new BatchClassifier(this, Math.min(batch, files.size()), threads).run(files, receiver);
    }
  }

  /**
   * How well it tells the classes of labelled pictures.
   *
   * @param pictures labelled with {@link #classes()}
   * @throws FoveaException if a label is none of them, or a picture can't be read
   */
  public Evaluation evaluate(ImageDatastore pictures) {
    return evaluate(pictures, EVALUATION_BATCH, done -> {});
  }

  /**
   * The same; see {@link #evaluate(ImageDatastore)}.
   *
   * @param batch pictures that go through the network at once, at least 1
   * @param progress told how many are done
   */
  public Evaluation evaluate(ImageDatastore pictures, int batch, IntConsumer progress) {
    if (batch < 1) {
      throw new NetException("a batch can't hold %d pictures; give it at least 1".formatted(batch));
    }
    if (classes().isEmpty()) {
      throw new NetException(
          name() + ": its classes have no names; write a card that names them beside the model");
    }
    ImageInput own = network().imageInputs().get(0);
    try (var data =
        PictureData.of(pictures.withClasses(classes()), model.preprocessing(), own)
            .withThreads(threads)) {
      return Evaluation.of(network(), data, batch, threads, progress);
    }
  }

  /**
   * The tensor that the network takes for an input, N × C × H × W.
   *
   * @throws FoveaException if the input can't be read, holds numbers that aren't finite, or has a
   *     size that the network can't work on
   */
  public Tensor prepare(Input input) {
    Tensor tensor = input.tensor(model);
    ImageInput own = network().imageInputs().get(0);
    Shape shape = tensor.shape();
    if (shape.channels() != own.channels()) {
      throw new NetException(
          "%s: has %d channels, but %s takes %d; give it %s"
              .formatted(input, shape.channels(), name(), own.channels(), own.shape(1).itemText()));
    }
    if (!shape.withBatch(1).equals(own.shape(1))) {
      checkSize(input, own, shape);
    }
    FiniteNumbers.check(input.toString(), tensor);
    return tensor;
  }

  /** Compiles the plan that classifies so many inputs of the network's own size, if it has one. */
  void compile(int batch) {
    if (network().imageInputs().size() != 1) {
      return; // each input will be refused, and told why
    }
    ImageInput own = network().imageInputs().get(0);
    plans.use(
        request(own.shape(batch), List.of(Scores.of(network()).layer())), plan -> Boolean.TRUE);
  }

  private void checkSize(Input input, ImageInput own, Shape shape) {
    try {
      Shapes.of(network(), Map.of(own.name(), shape));
    } catch (FoveaException e) {
      throw new NetException(
          "%s: %s doesn't work on %s: %s"
              .formatted(input, name(), shape.itemText(), e.getMessage()),
          e);
    }
  }

  /** What the engine does in a run over one input that tells the class, in order. */
  public List<EngineStep> engineSteps() {
    ImageInput own = network().imageInputs().get(0);
    List<String> outputs = network().outputs().stream().map(layer -> layer.name()).toList();
    return plans.use(
        request(own.shape(1), outputs),
        plan ->
            plan.primitives().stream()
                .map(each -> new EngineStep(each.layer(), each.kind(), each.implementation()))
                .toList());
  }

  private PlanRequest request(Shape input, List<String> wanted) {
    return PlanRequest.of(network(), input.batch())
        .withInput(input)
        .withWanted(wanted)
        .withThreads(threads);
  }

  /**
   * Refuses further runs and frees the native memory. It doesn't wait: where runs are under way,
   * they go on to their end, and the last one frees it.
   */
  @Override
  public void close() {
    plans.close();
  }

  /** Name and number of layers. */
  @Override
  public String toString() {
    return network().toString();
  }
}
