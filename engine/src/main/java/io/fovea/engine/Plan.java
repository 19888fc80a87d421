package io.fovea.engine;

import io.fovea.network.Network;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.lang.ref.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;

/**
 * A network compiled for one shape of input and some wanted layers: every primitive with its
 * arguments, and the memory that they work in. Running it allocates nothing.
 *
 * <p>One thread at a time may run a plan or read its activations; another that comes meanwhile gets
 * an {@link EngineException}.
 */
public final class Plan implements AutoCloseable {
  /** What an input's values are put into. */
  private record InputSlot(Shape shape, long offset) {}

  private final NativeMemory memory;
  private final Map<String, InputSlot> inputs;
  private final List<Step> steps;
  private final dnnl_stream stream;
  private final Readouts readouts;
  private final Network network;
  private final Set<String> wanted;
  private final int threads;
  private final Leak leak;
  private final Turn turn = new Turn("plan");
  private long runs;

  private Plan(
      NativeMemory memory,
      Map<String, InputSlot> inputs,
      List<Step> steps,
      dnnl_stream stream,
      Readouts readouts,
      Network network,
      Set<String> wanted,
      int threads,
      Runnable free) {
    this.memory = memory;
    this.inputs = inputs;
    this.steps = steps;
    this.stream = stream;
    this.readouts = readouts;
    this.network = network;
    this.wanted = wanted;
    this.threads = threads;
    this.leak = Leak.watch(this, "a plan", free);
  }

  /** Lays out memory for what was compiled and makes its primitives. */
  static Plan of(
      Network network,
      PlanRequest request,
      Set<String> wanted,
      NativeScope scope,
      NativeNetwork nativeNetwork,
      Compilation compilation) {
    var places = new LinkedHashMap<String, Place>();
    for (String layer : wanted) {
      Place place = compilation.value(layer).place();
      place.buffer().touch(Integer.MAX_VALUE);
      places.put(layer, place);
    }
    var memory = NativeMemory.allocate(scope, Math.max(1, Arena.lay(compilation.buffers())));
    var steps = Assembly.steps(scope, memory, compilation);
    var stream = new dnnl_stream();
    Status.check(
        dnnl.dnnl_stream_create(stream, nativeNetwork.engine(), dnnl.dnnl_stream_default_flags),
        network.name());
    scope.own(stream, dnnl::dnnl_stream_destroy);
    var inputs = new LinkedHashMap<String, InputSlot>();
    request
        .inputs()
        .forEach(
            (name, shape) -> {
              Value value = compilation.value(name);
              if (value != null) {
                inputs.put(name, new InputSlot(shape, value.place().buffer().offset()));
              }
            });
    return new Plan(
        memory,
        inputs,
        steps,
        stream,
        new Readouts(scope, nativeNetwork, memory, stream, places),
        network,
        wanted,
        request.threads(),
        () -> {
          try {
            scope.close();
          } finally {
            nativeNetwork.release();
          }
        });
  }

  /**
   * Runs the network on a batch.
   *
   * @param input N × C × H × W as compiled for
   * @return the wanted activations, readable until the plan runs again or is closed
   * @throws EngineException if the shape is another, the plan is closed, or another thread uses it
   */
  public Activations run(Tensor input) {
    if (inputs.size() != 1) {
      throw new EngineException(
          "this plan takes %d inputs (%s); give each one by its name"
              .formatted(inputs.size(), String.join(", ", inputs.keySet())));
    }
    return run(Map.of(inputs.keySet().iterator().next(), input));
  }

  /** Runs the network on a batch for each input, by name; see {@link #run(Tensor)}. */
  public Activations run(Map<String, Tensor> tensors) {
    turn.enter();
    try {
      Threads.use(threads);
      runs++;
      inputs.forEach((name, slot) -> bind(name, slot, tensors));
      for (Step step : steps) {
        step.execute(stream);
      }
      Status.check(dnnl.dnnl_stream_wait(stream), "a run");
      return new Activations(this, runs, network, wanted);
    } finally {
      turn.leave();
      Reference.reachabilityFence(this);
    }
  }

  /** The primitives in the order in which a run executes them. */
  public List<PrimitiveInfo> primitives() {
    return steps.stream().map(Step::info).toList();
  }

  /** Frees the plan's native memory; a second call does nothing. */
  @Override
  public void close() {
    turn.end(leak::close);
  }

  /** Copies a layer's activation of a run in plain order. */
  void read(String layer, long run, float[] target) {
    turn.enter();
    try {
      checkCurrent(layer, run);
      Threads.use(threads);
      readouts.read(layer, target);
    } finally {
      turn.leave();
      Reference.reachabilityFence(this);
    }
  }

  /** The shape of a wanted layer's activation. */
  Shape shape(String layer) {
    return readouts.shape(layer);
  }

  private void checkCurrent(String layer, long run) {
    if (run != runs) {
      throw new EngineException(
          "the activation of %s is of an earlier run; read it before the plan runs again"
              .formatted(layer));
    }
  }

  private void bind(String name, InputSlot slot, Map<String, Tensor> tensors) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new EngineException("the input %s is missing; give a tensor for it".formatted(name));
    }
    if (!tensor.shape().equals(slot.shape)) {
      throw new EngineException(
          "the input %s is %s, but the plan was compiled for %s"
              .formatted(name, tensor.shape(), slot.shape));
    }
    memory.put(slot.offset, tensor.buffer());
  }
}
