package io.fovea.engine;

import io.fovea.network.Concatenation;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.global.dnnl;

/**
 * The backward half of a plan in the making: what executors ask for and give while gradients flow
 * from the last layer to the first.
 */
final class Differentiation {
  /**
   * The gradient with respect to an activation.
   *
   * @param owned whether nobody else reads its place, so that it may be overwritten
   */
  record Gradient(Place place, boolean owned) {}

  private final Compilation plan;
  private final Training training;
  private final Set<String> needed;
  private final Set<String> wanted;
  private final Map<String, List<Gradient>> given = new HashMap<>();
  private final Map<String, Place> kept = new LinkedHashMap<>();
  private final Map<LearnableId, Buffer> learned = new LinkedHashMap<>();
  private final Set<String> passing = new HashSet<>();
  private Optional<Layer> current = Optional.empty();
  private Optional<Gradient> gradient = Optional.empty();

  /**
   * Prepares the backward half.
   *
   * @param needed the layers whose activation's gradient somebody needs
   * @param wanted those of them that will be read
   */
  Differentiation(Compilation plan, Training training, Set<String> needed, Set<String> wanted) {
    this.plan = plan;
    this.training = training;
    this.needed = needed;
    this.wanted = wanted;
  }

  /** The layers before {@code of}, and itself, that a wanted gradient flows through. */
  static Set<String> needed(Network network, String of, Set<String> wanted, Set<String> learning) {
    var needed = new HashSet<String>();
    for (Layer layer : Fusion.needed(network, Set.of(of))) {
      if (wanted.contains(layer.name())
          || learning.contains(layer.name())
          || layer.inputs().stream().anyMatch(needed::contains)) {
        needed.add(layer.name());
      }
    }
    return needed;
  }

  /** Where the gradient that a run begins with is put. */
  Place seed(String of, Shape shape) {
    Place place = plan.place(shape, Layout.PLAIN);
    place.buffer().touch(plan.drafts().size());
    given.put(of, new ArrayList<>(List.of(new Gradient(place, true))));
    return place;
  }

  /** Adds a layer's backward primitives, once all that take it have given their part. */
  void differentiate(Layer layer) {
    if (!needed.contains(layer.name())) {
      return;
    }
    current = Optional.of(layer);
    gradient = sum(given.remove(layer.name()), layer);
    if (gradient.isEmpty()) {
      return;
    }
    if (wanted.contains(layer.name())) {
      Place place = gradient.get().place();
      place.buffer().touch(Integer.MAX_VALUE);
      kept.put(layer.name(), place);
      gradient = Optional.of(new Gradient(place, false));
    }
    if (learns() || layer.inputs().stream().anyMatch(needed::contains)) {
      plan.differentiate(layer, this);
    }
  }

  // What an executor asks.

  Compilation plan() {
    return plan;
  }

  Training training() {
    return training;
  }

  /** The gradient with respect to the layer's activation. */
  Gradient gradient() {
    return gradient.orElseThrow();
  }

  Shape shape() {
    return gradient().place().descriptor().shape();
  }

  /** Whether the layer's parameters are learned. */
  boolean learns() {
    return training.learns(current.orElseThrow().name());
  }

  /** Whether the gradient flows on through this input. */
  boolean wantsInput(int index) {
    return needed.contains(current.orElseThrow().inputs().get(index));
  }

  /** What the layer's forward primitive left. */
  Forward forward() {
    return plan.forward(current.orElseThrow());
  }

  /** Whether a ReLU's gradient is done with its neighbour's and only passes. */
  boolean passes(Relu relu) {
    return passing.contains(relu.name())
        || plan.fusion()
            .producer(relu)
            .filter(producer -> Executors.of(producer).differentiatesRelu())
            .isPresent();
  }

  /** Whether one of a concatenation's ReLUs has been differentiated behind it. */
  boolean anyPasses(Concatenation concatenation) {
    return concatenation.inputs().stream().anyMatch(passing::contains);
  }

  /** Lets a ReLU's gradient pass, as a neighbour does it. */
  void letPass(String relu) {
    passing.add(relu);
  }

  /** Whether this input is a ReLU that only the layer at hand takes, and whose own is not read. */
  boolean isReluForThisAlone(String input) {
    return isReluOf(input, current.orElseThrow().name());
  }

  /**
   * The ReLUs whose results, and nobody else's, this input of the layer at hand consists of, where
   * no other layer takes them and their own gradients aren't read; empty where it isn't so.
   */
  List<String> relusBehind(String input) {
    if (isReluForThisAlone(input)) {
      return List.of(input);
    }
    return plan.fusion()
        .concatenationFor(input, current.orElseThrow())
        .filter(whole -> !wanted.contains(whole.name()))
        .map(Concatenation::inputs)
        .filter(parts -> parts.stream().allMatch(part -> isReluOf(part, input)))
        .orElse(List.of());
  }

  private boolean isReluOf(String relu, String concatenation) {
    return plan.fusion().isReluOf(relu, concatenation) && !wanted.contains(relu);
  }

  /** Layouts for a primitive that works in the layouts of its forward one, or a common one. */
  List<Layouts> layouts(Shape input) {
    var description = forward().description();
    var layouts = new ArrayList<Layouts>();
    layouts.add(
        new Layouts(description.wanted(dnnl.DNNL_ARG_SRC), description.wanted(dnnl.DNNL_ARG_DST)));
    for (Layout each : List.of(Layout.BLOCKED, Layout.PLAIN)) {
      layouts.add(
          new Layouts(
              Descriptor.of(plan.scope(), input, each).handle(),
              Descriptor.of(plan.scope(), shape(), each).handle()));
    }
    return layouts;
  }

  /** The gradient as a primitive wants it, reordered where it must be. */
  Place gradientIn(dnnl_memory_desc layout) {
    Place place = gradient().place();
    return place.descriptor().sameAs(layout) ? place : copy(place, layout);
  }

  /** The gradient in plain order. */
  Place plainGradient() {
    return gradientIn(Descriptor.of(plan.scope(), shape(), Layout.PLAIN).handle());
  }

  /** The gradient by itself: what lies in a part of a larger buffer is copied out. */
  Place denseGradient() {
    Place place = gradient().place();
    return place.layout() == Layout.OPAQUE
        ? place
        : gradientIn(Descriptor.of(plan.scope(), shape(), place.layout()).handle());
  }

  private Place copy(Place place, dnnl_memory_desc layout) {
    Place copy = known(layout, place.descriptor().shape());
    plan.reorder(place, copy);
    return copy;
  }

  /** A new place in this layout, known by its name where it is one of ours. */
  Place known(dnnl_memory_desc layout, Shape shape) {
    for (Layout each : List.of(Layout.BLOCKED, Layout.PLAIN)) {
      if (Descriptor.of(plan.scope(), shape, each).sameAs(layout)) {
        return plan.place(shape, each);
      }
    }
    return plan.place(layout, shape);
  }

  // What an executor gives.

  /** The gradient that flows on through an input, in a place that may be overwritten. */
  void give(int input, Place place) {
    give(input, new Gradient(place, true));
  }

  /** The gradient that flows on through an input. */
  void give(int input, Gradient part) {
    if (wantsInput(input)) {
      given
          .computeIfAbsent(current.orElseThrow().inputs().get(input), key -> new ArrayList<>())
          .add(part);
    }
  }

  /** Goes on with another gradient in the place of the one that came. */
  void replaceGradient(Place place) {
    gradient = Optional.of(new Gradient(place, true));
  }

  /** The gradient flows on as it is. */
  void pass() {
    give(0, gradient());
  }

  /**
   * Adds a backward primitive that takes the gradient, the forward one's workspace and these
   * arguments, and gives its result to the only input.
   */
  void flow(String kind, PrimitiveDescription description, Shape input, Argument... others) {
    Place result = known(description.wanted(dnnl.DNNL_ARG_DIFF_SRC), input);
    var arguments = new ArrayList<>(List.of(others));
    arguments.add(
        plan.arguments()
            .at(dnnl.DNNL_ARG_DIFF_DST, gradientIn(description.wanted(dnnl.DNNL_ARG_DIFF_DST))));
    arguments.add(plan.arguments().at(dnnl.DNNL_ARG_DIFF_SRC, result));
    workspace().ifPresent(arguments::add);
    plan.add(kind, description, arguments);
    give(0, result);
  }

  /** The forward primitive's workspace, if it has one. */
  Optional<Argument> workspace() {
    Forward forward = forward();
    return forward
        .workspace()
        .map(
            buffer ->
                plan.arguments()
                    .at(
                        dnnl.DNNL_ARG_WORKSPACE,
                        buffer,
                        forward.description().wanted(dnnl.DNNL_ARG_WORKSPACE)));
  }

  /**
   * Where a primitive puts the gradient of a parameter, in its own layout; it is brought to plain
   * order afterwards.
   *
   * @return the argument, and what must be called once the primitive was added
   */
  Learned learn(
      int role, Parameter parameter, long[] dimensions, int plainTag, dnnl_memory_desc given) {
    var plain = Descriptor.tagged(plan.scope(), plainTag, dimensions);
    boolean isPlain = dnnl.dnnl_memory_desc_equal(plain, given) != 0;
    Buffer result = plan.buffer(4L * parameter.count());
    result.touch(Integer.MAX_VALUE);
    learned.put(
        new LearnableId(current.orElseThrow().name(), parameter.name(), parameter.count()), result);
    if (isPlain) {
      return new Learned(plan.arguments().at(role, result, plain), () -> {});
    }
    Buffer own = plan.buffer(dnnl.dnnl_memory_desc_get_size(given));
    return new Learned(
        plan.arguments().at(role, own, given), () -> plan.reorder(own, given, result, plain));
  }

  /** The gradient of a parameter of one value a channel. */
  Learned learnVector(int role, Parameter parameter) {
    long[] dimensions = {parameter.count()};
    return learn(
        role,
        parameter,
        dimensions,
        dnnl.dnnl_a,
        Descriptor.tagged(plan.scope(), dnnl.dnnl_a, dimensions));
  }

  /** A parameter's gradient as an argument, and the step that follows the primitive. */
  record Learned(Argument argument, Runnable toPlain) {}

  // What the plan takes over.

  /** The wanted gradients, by layer. */
  Map<String, Place> kept() {
    return kept;
  }

  /** The parameters' gradients, in plain order. */
  Map<LearnableId, Buffer> learned() {
    return learned;
  }

  private Optional<Gradient> sum(List<Gradient> parts, Layer layer) {
    if (parts == null) {
      return Optional.empty();
    }
    Gradient sum = parts.get(0);
    for (Gradient part : parts.subList(1, parts.size())) {
      sum = add(sum, part, layer);
    }
    return Optional.of(sum);
  }

  private Gradient add(Gradient sum, Gradient part, Layer layer) {
    Gradient first = dense(sum.owned() || !part.owned() ? sum : part);
    Gradient second = sum.owned() || !part.owned() ? part : sum;
    Descriptor layout = first.place().descriptor();
    Place other =
        second.place().descriptor().sameAs(layout.handle())
            ? second.place()
            : copy(second.place(), layout.handle());
    Place result =
        first.owned() ? first.place() : plan.place(layout.shape(), denseLayout(first.place()));
    var description =
        plan.describe(
            List.of(new Layouts(layout.handle(), result.descriptor().handle())),
            (made, from, to) ->
                dnnl.dnnl_binary_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_binary_add,
                    from,
                    layout.handle(),
                    to,
                    Attributes.plain(plan.scope())));
    plan.addFor(
        layer,
        "gradient sum",
        description,
        List.of(
            plan.arguments().at(dnnl.DNNL_ARG_SRC_0, first.place()),
            plan.arguments().at(dnnl.DNNL_ARG_SRC_1, other),
            plan.arguments().at(dnnl.DNNL_ARG_DST, result)));
    return new Gradient(result, true);
  }

  /** By itself: sums over parts of larger buffers are reference code in oneDNN. */
  private Gradient dense(Gradient gradient) {
    Place place = gradient.place();
    if (!place.isPart(plan.scope())) {
      return gradient;
    }
    var layout = Descriptor.of(plan.scope(), place.descriptor().shape(), place.layout());
    return new Gradient(copy(place, layout.handle()), true);
  }

  private static Layout denseLayout(Place place) {
    return place.layout() == Layout.OPAQUE ? Layout.BLOCKED : place.layout();
  }
}
