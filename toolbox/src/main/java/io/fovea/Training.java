package io.fovea;

import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.learn.Augmentation;
import io.fovea.learn.BrokenFiles;
import io.fovea.learn.Evaluation;
import io.fovea.learn.ImageDatastore;
import io.fovea.learn.Outcome;
import io.fovea.learn.PictureData;
import io.fovea.learn.Trainer;
import io.fovea.learn.TrainingListener;
import io.fovea.learn.TrainingOptions;
import io.fovea.learn.TrainingResult;
import io.fovea.learn.TransferLearning;
import io.fovea.network.BatchNormalizationFolding;
import io.fovea.network.ImageInput;
import io.fovea.network.Initializer;
import io.fovea.network.Network;
import io.fovea.zoo.Architectures;
import io.fovea.zoo.Card;
import io.fovea.zoo.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * A network that is to learn the classes of labelled pictures.
 *
 * <pre>{@code
 * var pictures = ImageDatastore.of(Path.of("pictures")).splitEachLabel(0.8, 1);
 * var training = Training.fromScratch("squeezenet-bn", pictures.first());
 * Trained trained = training.withValidation(pictures.second()).run();
 * }</pre>
 *
 * <p>Immutable; each {@code with} gives the same training with one thing changed.
 */
public final class Training {
  /** Means and standard deviations of ImageNet's red, green and blue, of values from 0 to 1. */
  private static final List<Float> MEAN = List.of(0.485f, 0.456f, 0.406f);

  private static final List<Float> DEVIATION = List.of(0.229f, 0.224f, 0.225f);
  private static final int SHORT_SIDE = 256;

  private final Model model;
  private final ImageDatastore pictures;
  private final Optional<ImageDatastore> validation;
  private final TrainingOptions options;
  private final Augmentation augmentation;
  private final Manner manner;

  private Training(
      Model model,
      ImageDatastore pictures,
      Optional<ImageDatastore> validation,
      TrainingOptions options,
      Augmentation augmentation,
      Manner manner) {
    this.model = model;
    this.pictures = pictures;
    this.validation = validation;
    this.options = options;
    this.augmentation = augmentation;
    this.manner = manner;
  }

  /**
   * From random weights (He): {@link TrainingOptions#fromScratch()}, {@link
   * Augmentation#standard()}. Batch normalization is folded away at the end. Pictures are fed red,
   * green, blue, normalized as for ImageNet, their short side brought to 256 and the middle cut.
   *
   * @param architecture a name that {@link Architectures} knows
   * @throws io.fovea.tensor.FoveaException if it knows none such, or there is only one class
   */
  public static Training fromScratch(String architecture, ImageDatastore pictures) {
    return fromScratch(architecture, pictures, TrainingOptions.fromScratch());
  }

  /** The same with other options; their seed is also that of the weights. */
  public static Training fromScratch(
      String architecture, ImageDatastore pictures, TrainingOptions options) {
    List<String> classes = pictures.requireTwoClasses().classes();
    Network network =
        Architectures.create(architecture, classes, Initializer.HE, options.course().seed());
    Model model = Model.of(network, Card.of(architecture, preprocessing(network)));
    return of(model, pictures, options, Augmentation.standard(), BatchNormalizationFolding::fold);
  }

  /**
   * From a trained network: a new head for the classes of the pictures, {@link
   * TransferLearning#options} at the {@link #rate} that fits, no augmentation, so that what the
   * layers before the head make of the pictures is computed once.
   *
   * @throws io.fovea.tensor.FoveaException if the network has no head to replace, or there is only
   *     one class
   */
  public static Training transfer(Model model, ImageDatastore pictures) {
    TrainingOptions options = TransferLearning.options(model.network());
    double rate = rate(model, pictures, options.course().threads());
    return transfer(model, pictures, options.withRate(rate));
  }

  /**
   * The rate at which a new head of this network learns steadily from these pictures, some of which
   * are put through it; see {@link TransferLearning#rate}. Broken ones are left out.
   *
   * @param threads how many threads compute, at least 1
   * @throws io.fovea.tensor.FoveaException if the network has no head to replace
   */
  public static double rate(Model model, ImageDatastore pictures, int threads) {
    ImageInput input = model.network().imageInputs().get(0);
    try (PictureData data =
        PictureData.of(pictures, model.preprocessing(), input)
            .withThreads(threads)
            .skippingBroken(any -> {})) {
      return TransferLearning.rate(model.network(), data, threads);
    }
  }

  /** The same with other options; their seed is also that of the head. */
  public static Training transfer(Model model, ImageDatastore pictures, TrainingOptions options) {
    List<String> classes = pictures.requireTwoClasses().classes();
    Network network = TransferLearning.newHead(model.network(), classes, options.course().seed());
    return of(
        Model.of(network, model.card()),
        pictures,
        options,
        Augmentation.NONE,
        UnaryOperator.identity());
  }

  private static Training of(
      Model model,
      ImageDatastore pictures,
      TrainingOptions options,
      Augmentation augmentation,
      UnaryOperator<Network> finish) {
    var provenance = new Provenance("", "", options + ", augmentation " + augmentation);
    return new Training(
        model, pictures, Optional.empty(), options, augmentation, Manner.of(provenance, finish));
  }

  private static Preprocessing preprocessing(Network network) {
    var size = network.imageInputs().get(0).size();
    int shortSide = Math.max(SHORT_SIDE, Math.max(size.height(), size.width()));
    return new Preprocessing(
        ChannelOrder.RGB,
        Resize.crop(Interpolation.PIL_BILINEAR, shortSide),
        1 / 255f,
        MEAN,
        DEVIATION,
        ColourProfile.IGNORE);
  }

  /**
   * The same, judged by these pictures while it goes on.
   *
   * @throws io.fovea.tensor.FoveaException if one's label isn't among the classes
   */
  public Training withValidation(ImageDatastore newValidation) {
    var held = Optional.of(newValidation.withClasses(pictures.classes()));
    return new Training(model, pictures, held, options, augmentation, manner);
  }

  /** The same with pictures varied otherwise. */
  public Training withAugmentation(Augmentation newAugmentation) {
    return new Training(model, pictures, validation, options, newAugmentation, manner);
  }

  /** The same that keeps its state in this file, from which {@link #resume} goes on. */
  public Training withCheckpoint(Path file) {
    return with(manner.withCheckpoint(file));
  }

  /** The same that leaves broken files out and names each to the listener. */
  public Training skippingBroken() {
    return with(manner.skippingBroken());
  }

  /** The same, watched. */
  public Training withListener(TrainingListener newListener) {
    return with(manner.withListener(newListener));
  }

  /**
   * The same, with what the card of the network will say of it.
   *
   * @param dataset what the pictures are
   * @param licence that of the pictures as their owner states it, or empty
   * @param recipe a sentence or a command by which anybody can do it again
   */
  public Training withProvenance(String dataset, String licence, String recipe) {
    return with(manner.withProvenance(new Provenance(dataset, licence, recipe)));
  }

  /** The same that keeps another of its networks at the end; {@link Kept#BEST} otherwise. */
  public Training withKept(Kept newKept) {
    return with(manner.withKept(newKept));
  }

  private Training with(Manner changed) {
    return new Training(model, pictures, validation, options, augmentation, changed);
  }

  /** The network as it begins, and how pictures become its input. */
  public Model model() {
    return model;
  }

  /** How it is trained. */
  public TrainingOptions options() {
    return options;
  }

  /** How pictures are varied. */
  public Augmentation augmentation() {
    return augmentation;
  }

  /** Options and augmentation as words of the command line: {@code --epochs 12 --batch 16 ...}. */
  public String words() {
    return RecipeWords.of(options, augmentation);
  }

  /**
   * Trains from the beginning to the end.
   *
   * @throws io.fovea.tensor.FoveaException if a picture can't be read
   */
  public Trained run() {
    return run(false, () -> false);
  }

  /**
   * Goes on from the checkpoint.
   *
   * @throws io.fovea.tensor.FoveaException if there is no checkpoint of the same training, or a
   *     picture can't be read
   */
  public Trained resume() {
    return run(true, () -> false);
  }

  /**
   * Trains, from the beginning or from the checkpoint, until it is done or has to stop.
   *
   * @param stop asked after each iteration; where it says so, the state is kept in the checkpoint
   */
  public Trained run(boolean resumed, BooleanSupplier stop) {
    Optional<PictureData> held = validation.map(this::data);
    try (PictureData training = data(pictures).withAugmentation(augmentation)) {
      Trainer trainer = trainer(stop);
      TrainingResult result =
          held.isPresent()
              ? resumed ? trainer.resume(training, held.get()) : trainer.train(training, held.get())
              : resumed ? trainer.resume(training) : trainer.train(training);
      training.release();
      return trained(result, held);
    } finally {
      held.ifPresent(PictureData::close);
    }
  }

  /**
   * How a network of this training does on the pictures that judge it, such as one that was
   * stopped; empty where there are none.
   *
   * @throws io.fovea.tensor.FoveaException if a picture can't be read
   */
  public Optional<Evaluation> evaluate(Model taught) {
    return validation.map(
        held -> {
          try (PictureData data = data(held)) {
            return evaluation(taught.network(), data);
          }
        });
  }

  private Evaluation evaluation(Network network, PictureData data) {
    return Evaluation.of(network, data, options.course().batch(), options.course().threads());
  }

  private Trainer trainer(BooleanSupplier stop) {
    var trainer = Trainer.of(model.network(), options);
    if (manner.checkpoint().isPresent()) {
      trainer = trainer.withCheckpoint(manner.checkpoint().get());
    }
    var stopping = new StoppingListener(manner.listener(), stop);
    trainer = trainer.withListener(stopping);
    stopping.stops(trainer::requestStop);
    return trainer;
  }

  private PictureData data(ImageDatastore datastore) {
    ImageInput input = model.network().imageInputs().get(0);
    PictureData data =
        PictureData.of(datastore, model.preprocessing(), input)
            .withThreads(options.course().threads());
    return manner.brokenFiles() == BrokenFiles.FAIL
        ? data
        : data.skippingBroken(fault -> manner.listener().message("skipped " + fault.getMessage()));
  }

  private Trained trained(TrainingResult result, Optional<PictureData> held) {
    Network network =
        manner.finish().apply(manner.kept() == Kept.BEST ? result.best() : result.network());
    Optional<Evaluation> evaluation =
        result.outcome() == Outcome.STOPPED
            ? Optional.empty()
            : held.map(data -> evaluation(network, data));
    return new Trained(Model.of(network, card(network, evaluation)), result, evaluation);
  }

  /** What was true of the network that it began with stays true: whose it is, where it is from. */
  private Card card(Network network, Optional<Evaluation> evaluation) {
    return new Card(
        Card.FORMAT_VERSION,
        network.name(),
        Optional.empty(),
        model.preprocessing(),
        pictures.classes(),
        model.card().licence(),
        model.card().source(),
        "",
        Optional.of(manner.provenance().training(options.course().seed(), evaluation)));
  }
}
