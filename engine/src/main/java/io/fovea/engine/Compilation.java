package io.fovea.engine;

import io.fovea.network.Concatenation;
import io.fovea.network.Layer;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/** A plan in the making: what executors ask for the layer at hand, and what they add. */
final class Compilation {
  /** Makes a primitive's description for these layouts. */
  interface Describer {
    int describe(dnnl_primitive_desc made, dnnl_memory_desc source, dnnl_memory_desc destination);
  }

  /** A primitive with its arguments; executable once the buffers have addresses. */
  record Draft(PrimitiveInfo info, PrimitiveDescription description, List<Argument> arguments) {}

  private final NativeScope scope;
  private final NativeNetwork network;
  private final Map<String, Shape> shapes;
  private final Fusion fusion;
  private final Optional<Training> training;
  private final Map<String, Forward> forwards = new HashMap<>();
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Place> concatenations = new HashMap<>();
  private final List<Buffer> buffers = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Arguments arguments;
  private Optional<Layer> current = Optional.empty();

  /** A plan for inference. */
  Compilation(NativeScope scope, NativeNetwork network, Map<String, Shape> shapes, Fusion fusion) {
    this(scope, network, shapes, fusion, Optional.empty());
  }

  /** A plan whose activations are differentiated, where {@code training} is given. */
  Compilation(
      NativeScope scope,
      NativeNetwork network,
      Map<String, Shape> shapes,
      Fusion fusion,
      Optional<Training> training) {
    this.scope = scope;
    this.network = network;
    this.shapes = shapes;
    this.fusion = fusion;
    this.training = training;
    this.arguments = new Arguments(scope, network, training);
  }

  /** Compiles one layer, unless its producer or its concatenation does its work. */
  void compile(Layer layer) {
    if (fusion.isApplied(layer)) {
      return;
    }
    current = Optional.of(layer);
    if (fusion.waitsForConcatenation(layer)) {
      define(output());
      return;
    }
    compileBy(Executors.of(layer), layer);
  }

  /** Adds the layer's backward primitives, while it is the one at hand. */
  @SuppressWarnings("unchecked") // The table pairs each type with its own executor.
  <L extends Layer> void differentiate(Layer layer, Differentiation back) {
    current = Optional.of(layer);
    ((Executor<L>) Executors.of(layer)).differentiate((L) layer, back);
  }

  @SuppressWarnings("unchecked") // The table pairs each type with its own executor.
  private <L extends Layer> void compileBy(Executor<L> executor, Layer layer) {
    executor.compile((L) layer, this);
  }

  // What an executor asks.

  NativeScope scope() {
    return scope;
  }

  NativeNetwork network() {
    return network;
  }

  Fusion fusion() {
    return fusion;
  }

  /** Makes arguments of primitives. */
  Arguments arguments() {
    return arguments;
  }

  /** What training adds; empty for inference. */
  Optional<Training> training() {
    return training;
  }

  /** How oneDNN is to compute: with what the backward pass needs, or without. */
  int propagation() {
    return training.isPresent() ? dnnl.dnnl_forward_training : dnnl.dnnl_forward_inference;
  }

  /** What a layer's forward primitive leaves for its backward ones. */
  Forward forward(Layer layer) {
    return forwards.get(layer.name());
  }

  String layerName() {
    return current.map(Layer::name).orElse("input");
  }

  /** The activation that the layer takes. */
  Value input(int index) {
    return values.get(current.orElseThrow().inputs().get(index));
  }

  /** The activations that the layer takes. */
  List<Value> inputs() {
    return current.orElseThrow().inputs().stream().map(values::get).toList();
  }

  /** The layer whose activation the primitive gives: the ReLU that it applies, or the layer. */
  private String target() {
    Layer layer = current.orElseThrow();
    return fusion.relu(layer).map(Layer::name).orElse(layer.name());
  }

  /** Whether the primitive is to apply a ReLU. */
  boolean appliesRelu() {
    return fusion.relu(current.orElseThrow()).isPresent();
  }

  /** Where the layer's activation belongs: blocked, by itself or in a concatenation's buffer. */
  Place output() {
    return output(Layout.BLOCKED);
  }

  /** Where the layer's activation belongs, in this layout where it lies by itself. */
  Place output(Layout layout) {
    String target = target();
    Shape shape = shapes.get(target);
    return fusion.part(target).map(part -> part(part, shape)).orElseGet(() -> place(shape, layout));
  }

  /** The buffer of a concatenation that producers write into. */
  Place concatenated(String concatenation, boolean beforeRelu) {
    return concatenations.computeIfAbsent(
        concatenation + (beforeRelu ? " before ReLU" : ""),
        key -> place(shapes.get(concatenation), Layout.BLOCKED));
  }

  /** The channels of a concatenation's buffer that belong to one of its inputs. */
  Place part(Concatenation concatenation, Shape shape, int firstChannel) {
    return part(new Fusion.Part(concatenation.name(), false, firstChannel), shape);
  }

  private Place part(Fusion.Part part, Shape shape) {
    Place whole = concatenated(part.concatenation(), part.beforeRelu());
    return new Place(
        Descriptor.channels(scope, whole.descriptor(), shape, part.firstChannel()), whole.buffer());
  }

  /** A place by itself. */
  Place place(Shape shape, Layout layout) {
    return place(Descriptor.of(scope, shape, layout));
  }

  /** A place in the layout that a primitive wants. */
  Place place(dnnl_memory_desc wanted, Shape shape) {
    return place(Descriptor.borrowed(wanted, shape));
  }

  private Place place(Descriptor descriptor) {
    return new Place(descriptor, buffer(descriptor.bytes()));
  }

  /** Another view of a place's values, for shapes that lie alike. */
  Place view(Place place, Shape shape) {
    return new Place(Descriptor.of(scope, shape, place.layout()), place.buffer());
  }

  /** The attributes of the layer's primitive: scratch memory of the plan, and its ReLU if any. */
  dnnl_primitive_attr attributes() {
    return appliesRelu() ? Attributes.withRelu(scope) : Attributes.plain(scope);
  }

  /** The first description for these layouts that isn't reference code, else the first at all. */
  PrimitiveDescription describe(List<Layouts> layouts, Describer describer) {
    Optional<PrimitiveDescription> slow = Optional.empty();
    for (Layouts each : layouts) {
      var handle = new dnnl_primitive_desc();
      int status = describer.describe(handle, each.source(), each.destination());
      if (status == dnnl.dnnl_unimplemented) {
        continue;
      }
      Status.check(status, layerName());
      var description = PrimitiveDescription.own(scope, handle);
      if (!description.isReference()) {
        return description;
      }
      slow = slow.isPresent() ? slow : Optional.of(description);
    }
    return slow.orElseThrow(
        () -> new EngineException(layerName() + ": oneDNN has no primitive for this layer"));
  }

  // What an executor adds.

  /** The layer's activation lies here. */
  void define(Place place) {
    values.put(target(), new Value(place));
  }

  /** The layer's activation is that of another. */
  void defineAs(Value value) {
    values.put(target(), value);
  }

  /** An input's value, before any layer is compiled. */
  Place defineInput(String name) {
    Place place = place(shapes.get(name), Layout.PLAIN);
    place.buffer().touch(-1);
    values.put(name, new Value(place));
    return place;
  }

  /** A layer's activation. */
  Value value(String layer) {
    return values.get(layer);
  }

  /** An argument in the layout that the primitive wants, reordered where it must be. */
  Argument source(int role, Value value, dnnl_memory_desc wanted) {
    return arguments.at(role, in(wanted, value));
  }

  /** The value as the primitive wants it, reordered where it must be. */
  Place in(dnnl_memory_desc wanted, Value value) {
    for (Place place : value.places()) {
      if (place.descriptor().sameAs(wanted)) {
        return place;
      }
    }
    Place reordered = place(wanted, value.shape());
    reorder(value.place(), reordered);
    value.places().add(reordered);
    return reordered;
  }

  /** The value in this layout, reordered where it must be. */
  Place in(Layout layout, Value value) {
    var descriptor = Descriptor.of(scope, value.shape(), layout);
    for (Place place : value.places()) {
      if (place.descriptor().sameAs(descriptor.handle())) {
        return place;
      }
    }
    Place reordered = place(descriptor);
    reorder(value.place(), reordered);
    value.places().add(reordered);
    return reordered;
  }

  /** Adds a reorder. */
  void reorder(Place from, Place to) {
    if (from.isPart(scope) && to.isPart(scope)) {
      // From part to part oneDNN copies as if nothing lay between the items of a batch.
      Place dense = place(from.descriptor().shape(), Layout.BLOCKED);
      reorder(from, dense);
      reorder(dense, to);
      return;
    }
    var handle = new dnnl_primitive_desc();
    Status.check(
        dnnl.dnnl_reorder_primitive_desc_create(
            handle,
            from.descriptor().handle(),
            network.engine(),
            to.descriptor().handle(),
            network.engine(),
            Attributes.plain(scope)),
        layerName());
    add(
        "reorder",
        PrimitiveDescription.own(scope, handle),
        List.of(arguments.at(dnnl.DNNL_ARG_FROM, from), arguments.at(dnnl.DNNL_ARG_TO, to)));
  }

  /** Adds a reorder between buffers whose values are no activation. */
  void reorder(Buffer from, dnnl_memory_desc source, Buffer to, dnnl_memory_desc target) {
    var handle = new dnnl_primitive_desc();
    Status.check(
        dnnl.dnnl_reorder_primitive_desc_create(
            handle, source, network.engine(), target, network.engine(), Attributes.plain(scope)),
        layerName());
    add(
        "reorder",
        PrimitiveDescription.own(scope, handle),
        List.of(
            arguments.at(dnnl.DNNL_ARG_FROM, from, source),
            arguments.at(dnnl.DNNL_ARG_TO, to, target)));
  }

  /** Adds a primitive with one source, puts its result where it belongs and defines it. */
  void addTo(
      Place output, String kind, PrimitiveDescription description, List<Argument> arguments) {
    dnnl_memory_desc given = description.wanted(dnnl.DNNL_ARG_DST);
    boolean asWanted = output.descriptor().sameAs(given);
    Place result = asWanted ? output : place(given, output.descriptor().shape());
    var all = new ArrayList<>(arguments);
    all.add(this.arguments.at(dnnl.DNNL_ARG_DST, result));
    remember(description).ifPresent(all::add);
    add(kind, description, all);
    if (!asWanted && fusion.part(target()).isPresent()) {
      reorder(result, output);
      define(output);
    } else {
      define(result);
    }
  }

  /** Keeps a forward primitive's description and workspace, which its backward ones need. */
  Optional<Argument> remember(PrimitiveDescription description) {
    if (training.isEmpty()) {
      return Optional.empty();
    }
    Optional<Buffer> workspace =
        Optional.of(description.bytes(dnnl.DNNL_ARG_WORKSPACE))
            .filter(bytes -> bytes > 0)
            .map(this::buffer);
    forwards.put(layerName(), new Forward(description, workspace));
    return workspace.map(
        buffer ->
            arguments.at(
                dnnl.DNNL_ARG_WORKSPACE, buffer, description.wanted(dnnl.DNNL_ARG_WORKSPACE)));
  }

  /** A buffer of this size. */
  Buffer buffer(long bytes) {
    var buffer = new Buffer(bytes);
    buffers.add(buffer);
    return buffer;
  }

  /** Adds a primitive that belongs to this layer. */
  void addFor(
      Layer layer, String kind, PrimitiveDescription description, List<Argument> arguments) {
    current = Optional.of(layer);
    add(kind, description, arguments);
  }

  /** Adds a primitive. */
  void add(String kind, PrimitiveDescription description, List<Argument> arguments) {
    int step = drafts.size();
    arguments.forEach(each -> each.buffer().ifPresent(buffer -> buffer.touch(step)));
    drafts.add(
        new Draft(
            new PrimitiveInfo(layerName(), kind, description.implementation()),
            description,
            arguments));
  }

  // What the plan takes over.

  List<Buffer> buffers() {
    return buffers;
  }

  List<Draft> drafts() {
    return drafts;
  }
}
