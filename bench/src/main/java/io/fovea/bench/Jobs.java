package io.fovea.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that is measured. */
final class Jobs {
  static final String ALL_BLOCKED = "all activations, kept blocked";
  static final String ALL_PLAIN = "all activations, read as plain arrays";
  static final String MIDDLE_LAYER = "fire4-concat alone";
  static final String TRAINING = "training step, batch 32";
  static final String EPOCH = "an epoch of 8 steps, all layers learning";
  static final String COLD_START = "process start to the first class";

  private static final int TRAINING_BATCH = 32;
  private static final String MIDDLE = "fire4-concat";

  private final Model model;
  private final int threads;
  private final int rounds;
  private final boolean pyTorch;

  /**
   * Jobs for a model.
   *
   * @param rounds how many rounds are measured; fewer where a run takes long
   * @param pyTorch whether there is a PyTorch for this platform
   */
  Jobs(Model model, int threads, int rounds, boolean pyTorch) {
    this.model = model;
    this.threads = threads;
    this.rounds = rounds;
    this.pyTorch = pyTorch;
  }

  /** The name of the job that classifies a batch. */
  static String classify(int batch) {
    return "classification, batch " + batch;
  }

  /** Every job but the cold start. */
  List<Job> warm() {
    return List.of(
        classification(1, rounds),
        classification(8, rounds),
        classification(32, Math.max(1, rounds / 4)),
        new Job("activations", ALL_BLOCKED, Effort.of(rounds), () -> allLayers(false)),
        new Job("activations", ALL_PLAIN, Effort.of(rounds), () -> allLayers(true)),
        new Job("layer", MIDDLE_LAYER, Effort.of(rounds), this::middleLayer),
        new Job("train", TRAINING, Effort.single(Math.max(1, rounds / 2)), this::training));
  }

  /** Whole processes, from their start to the class of a photograph. */
  Job coldStart(Path photo, Path launcher) {
    return new Job(
        "start",
        COLD_START,
        Effort.single(Math.max(1, rounds / 2)),
        () -> ColdStart.candidates(model, photo, launcher, threads, pyTorch));
  }

  private Job classification(int batch, int batchRounds) {
    return new Job("classify", classify(batch), Effort.of(batchRounds), () -> classifiers(batch));
  }

  private List<Candidate> classifiers(int batch) {
    List<String> outputs = FoveaPlan.request(model, batch, threads).wanted();
    var input = model.input(batch);
    var all = new ArrayList<Candidate>();
    all.add(new FoveaPlan(model, batch, threads, outputs, outputs));
    all.add(new BareConvolutions(model, batch));
    all.add(new OnnxRuntime(OnnxFile.read(model.file()), input, threads, true));
    if (pyTorch) {
      all.add(new PyTorch(model.network(), input, PyTorchLayout.PLAIN));
      all.add(new PyTorch(model.network(), input, PyTorchLayout.CHANNELS_LAST));
    }
    return all;
  }

  /** Training from files beside training from memory. */
  Job epoch(Path pictures) {
    return new Job(
        "read",
        EPOCH,
        Effort.single(Math.max(1, rounds / 4)),
        () -> TrainingEpoch.candidates(model, pictures, threads));
  }

  private List<Candidate> training() {
    var all = new ArrayList<Candidate>();
    all.add(new FoveaTraining(model, TRAINING_BATCH, threads));
    all.add(new BareTraining(model, TRAINING_BATCH));
    if (pyTorch) {
      all.add(new PyTorchTraining(model, TRAINING_BATCH));
    }
    return all;
  }

  private List<Candidate> allLayers(boolean read) {
    List<String> layers = model.fileLayers();
    OnnxFile file = OnnxFile.read(model.file()).withAllOutputs();
    return List.of(
        new FoveaPlan(model, 1, threads, layers, read ? layers : List.of()),
        new OnnxRuntime(file, model.input(1), threads, read));
  }

  private List<Candidate> middleLayer() {
    OnnxFile file = OnnxFile.read(model.file()).cutAfter(MIDDLE);
    return List.of(
        new FoveaPlan(model, 1, threads, List.of(MIDDLE), List.of(MIDDLE)),
        new OnnxRuntime(file, model.input(1), threads, true));
  }
}
