package io.fovea.engine;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;

/**
 * A network compiled for gradients: a forward pass that keeps what the backward pass needs, and the
 * backward pass from one layer's activation to the activations and learnable parameters asked for
 * (reverse-mode differentiation; Rumelhart, Hinton and Williams, 1986). It has parameters of its
 * own, which {@link #put} changes.
 *
 * <p>One thread at a time may use a plan; another that comes meanwhile gets an {@link
 * EngineException}.
 */
public final class TrainingPlan implements AutoCloseable {
  private final TrainingProgram program;
  private final TrainedParameters parameters;
  private final NativeMemory memory;
  private final List<Step> forward;
  private final List<Step> backward;
  private final dnnl_stream stream;
  private final Readouts output;
  private final Readouts gradients;
  private final int threads;
  private final Leak leak;
  private final Turn turn = new Turn("plan");
  private final Map<Training.Mask, float[]> drawn = new HashMap<>();
  private boolean ranForward;
  private boolean ranBackward;

  TrainingPlan(
      TrainingProgram program,
      TrainedParameters parameters,
      NativeMemory memory,
      List<Step> steps,
      dnnl_stream stream,
      Readouts output,
      Readouts gradients,
      int threads,
      Runnable free) {
    this.program = program;
    this.parameters = parameters;
    this.memory = memory;
    this.forward = List.copyOf(steps.subList(0, program.forwardSteps()));
    this.backward = List.copyOf(steps.subList(program.forwardSteps(), steps.size()));
    this.stream = stream;
    this.output = output;
    this.gradients = gradients;
    this.threads = threads;
    this.leak = Leak.watch(this, "a training plan", free);
  }

  /**
   * Runs the forward pass.
   *
   * @param input N × C × H × W as compiled for
   * @param seed decides what dropout drops
   * @return the activation of the layer that is differentiated, N × C × H × W
   * @throws EngineException if the shape is another, the plan is closed, another thread uses it, or
   *     the network has several inputs
   */
  public Tensor forward(Tensor input, long seed) {
    if (program.inputs().size() != 1) {
      throw new EngineException(
          "this plan takes %d inputs (%s); give each one by its name"
              .formatted(program.inputs().size(), String.join(", ", program.inputs().keySet())));
    }
    return forward(Map.of(program.inputs().keySet().iterator().next(), input), seed);
  }

  /**
   * Runs the forward pass on a batch for each input, by name; see {@link #forward(Tensor, long)}.
   */
  public Tensor forward(Map<String, Tensor> tensors, long seed) {
    return turn.take(
        () -> {
          Threads.use(threads);
          program.inputs().forEach((name, place) -> bind(name, place, tensors));
          drawMasks(seed);
          parameters.refresh(stream);
          execute(forward);
          ranForward = true;
          ranBackward = false;
          return read(output, program.of());
        });
  }

  /**
   * Runs the backward pass of the last forward one.
   *
   * @param gradient of what is to be minimized with respect to the activation that {@code forward}
   *     gave, of the same shape
   * @throws EngineException if no forward pass went before it, or the shape is another
   */
  public void backward(Tensor gradient) {
    turn.take(
        () -> {
          Threads.use(threads);
          if (!ranForward) {
            throw new EngineException("a backward pass needs a forward one before it; run that");
          }
          bind("the gradient of " + program.of(), program.seed(), gradient);
          // The backward pass reuses the memory of activations that it has passed.
          ranForward = false;
          execute(backward);
          ranBackward = true;
          return gradient;
        });
  }

  /**
   * The gradient with respect to a layer's activation, N × C × H × W, of the last backward pass.
   *
   * @throws EngineException if the plan wasn't compiled for it, or a forward pass or none at all
   *     went before
   */
  public Tensor gradient(String layer) {
    if (!program.gradients().containsKey(layer)) {
      throw new EngineException(
          "%s: this plan has no gradient with respect to it; it has those of %s"
              .formatted(layer, program.gradients().keySet()));
    }
    return turn.take(
        () -> {
          requireGradients();
          return read(gradients, layer);
        });
  }

  /** The parameters that learn and reach the differentiated layer, in the network's order. */
  public List<LearnableId> learnables() {
    return List.copyOf(program.learned().keySet());
  }

  /**
   * The gradient with respect to a parameter, of the last backward pass.
   *
   * @param target gets {@code id.count()} values, in the order of {@code Parameter}'s
   * @throws EngineException if it has another length, the plan doesn't learn this, or a forward
   *     pass or none at all went before
   */
  public void gradient(LearnableId id, float[] target) {
    if (target.length != id.count()) {
      throw new EngineException(
          "%s of %s holds %d values, but there is room for %d"
              .formatted(id.parameter(), id.layer(), id.count(), target.length));
    }
    turn.take(
        () -> {
          requireGradients();
          memory.get(find(id).offset(), target, 0, id.count());
          return target;
        });
  }

  /**
   * Gives a parameter new values, which count from the next forward pass on.
   *
   * @param values {@code id.count()} values, in the order of {@code Parameter}'s
   */
  public void put(LearnableId id, float[] values) {
    if (values.length != id.count()) {
      throw new EngineException(
          "%s of %s holds %d values, but %d are given"
              .formatted(id.parameter(), id.layer(), id.count(), values.length));
    }
    find(id);
    turn.take(
        () -> {
          parameters.put(id.layer(), id.parameter(), values);
          return values;
        });
  }

  /** What the batch normalization layers that learn measured in the last forward pass, by layer. */
  public Map<String, BatchStatistics> statistics() {
    return turn.take(
        () -> {
          var all = new LinkedHashMap<String, BatchStatistics>();
          program.measured().forEach((layer, measured) -> all.put(layer, read(measured)));
          return all;
        });
  }

  /** The primitives in the order in which a forward and a backward pass execute them. */
  public List<PrimitiveInfo> primitives() {
    return Stream.concat(forward.stream(), backward.stream()).map(Step::info).toList();
  }

  /** How many bytes the plan's activations, gradients and workspaces take together. */
  public long memoryBytes() {
    return program.memoryBytes();
  }

  /** Frees the plan's native memory; a second call does nothing. */
  @Override
  public void close() {
    turn.end(leak::close);
  }

  private void requireGradients() {
    if (!ranBackward) {
      throw new EngineException(
          "there are no gradients of the last forward pass; run the backward pass first");
    }
  }

  private Buffer find(LearnableId id) {
    Buffer buffer = program.learned().get(id);
    if (buffer == null) {
      throw new EngineException(
          "%s of %s isn't learned by this plan".formatted(id.parameter(), id.layer()));
    }
    return buffer;
  }

  private void execute(List<Step> steps) {
    for (Step step : steps) {
      step.execute(stream);
    }
    Status.check(dnnl.dnnl_stream_wait(stream), "a run");
  }

  private void bind(String name, Place place, Map<String, Tensor> tensors) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new EngineException("the input %s is missing; give a tensor for it".formatted(name));
    }
    bind("the input " + name, place, tensor);
  }

  private void bind(String what, Place place, Tensor tensor) {
    Shape shape = place.descriptor().shape();
    if (!tensor.shape().equals(shape)) {
      throw new EngineException(
          "%s is %s, but the plan was compiled for %s".formatted(what, tensor.shape(), shape));
    }
    memory.put(place.buffer().offset(), tensor.buffer());
  }

  /** Inverted dropout: what stays is scaled up, so that the expected activation is the same. */
  private void drawMasks(long seed) {
    var random = new SplittableRandom(seed);
    for (Training.Mask mask : program.masks().values()) {
      float[] values = drawn.computeIfAbsent(mask, key -> new float[mask.count()]);
      draw(mask.dropped(), random, values);
      memory.put(mask.buffer().offset(), FloatBuffer.wrap(values));
    }
  }

  private static void draw(float dropped, SplittableRandom random, float[] values) {
    float kept = dropped < 1 ? 1 / (1 - dropped) : 0;
    int limit = (int) (dropped * (1L << 31));
    for (int i = 0; i < values.length; i++) {
      values[i] = (random.nextInt() >>> 1) < limit ? 0 : kept;
    }
  }

  private BatchStatistics read(Training.Measured measured) {
    var mean = new float[measured.channels()];
    var variance = new float[measured.channels()];
    memory.get(measured.mean().offset(), mean, 0, mean.length);
    memory.get(measured.variance().offset(), variance, 0, variance.length);
    return new BatchStatistics(mean, variance, measured.count());
  }

  private static Tensor read(Readouts readouts, String layer) {
    Shape shape = readouts.shape(layer);
    var values = new float[shape.elementCount()];
    readouts.read(layer, values);
    return Tensor.wrap(shape, values);
  }
}
