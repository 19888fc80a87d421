package io.fovea.engine;

import io.fovea.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;

/** Brings wanted activations from their layouts to plain order, each when somebody reads it. */
final class Readouts {
  private final NativeScope scope;
  private final NativeNetwork network;
  private final NativeMemory memory;
  private final dnnl_stream stream;
  private final Map<String, Place> places;
  private final Map<String, Step> reorders = new HashMap<>();
  private Optional<NativeMemory> plain = Optional.empty();

  Readouts(
      NativeScope scope,
      NativeNetwork network,
      NativeMemory memory,
      dnnl_stream stream,
      Map<String, Place> places) {
    this.scope = scope;
    this.network = network;
    this.memory = memory;
    this.stream = stream;
    this.places = places;
  }

  Shape shape(String layer) {
    return places.get(layer).descriptor().shape();
  }

  /** Copies a layer's activation in N, C, H, W order. */
  void read(String layer, float[] target) {
    Place place = places.get(layer);
    if (place.layout() == Layout.PLAIN) {
      memory.get(place.buffer().offset(), target);
      return;
    }
    reorders.computeIfAbsent(layer, this::reorder).execute(stream);
    Status.check(dnnl.dnnl_stream_wait(stream), layer);
    plainMemory().get(0, target);
  }

  /** Room for the largest of them, made when the first is read. */
  private NativeMemory plainMemory() {
    if (plain.isEmpty()) {
      long bytes =
          places.values().stream()
              .mapToLong(place -> 4L * place.descriptor().shape().elementCount())
              .max()
              .orElse(0);
      plain = Optional.of(NativeMemory.allocate(scope, bytes));
    }
    return plain.get();
  }

  private Step reorder(String layer) {
    Place place = places.get(layer);
    var to = Descriptor.of(scope, shape(layer), Layout.PLAIN).handle();
    var from = place.descriptor().handle();
    var handle = new dnnl_primitive_desc();
    Status.check(
        dnnl.dnnl_reorder_primitive_desc_create(
            handle, from, network.engine(), to, network.engine(), null),
        layer);
    var description = PrimitiveDescription.own(scope, handle);
    var info = new PrimitiveInfo(layer, "read", description.implementation());
    var source = new dnnl_memory();
    Status.check(
        dnnl.dnnl_memory_create(
            source, from, network.engine(), memory.address(place.buffer().offset())),
        layer);
    scope.own(source, dnnl::dnnl_memory_destroy);
    var target = new dnnl_memory();
    Status.check(
        dnnl.dnnl_memory_create(target, to, network.engine(), plainMemory().address(0)), layer);
    scope.own(target, dnnl::dnnl_memory_destroy);
    return Step.of(
        scope,
        info,
        description.create(scope, layer),
        List.of(
            new Argument(dnnl.DNNL_ARG_FROM, source, Optional.empty()),
            new Argument(dnnl.DNNL_ARG_TO, target, Optional.empty())));
  }
}
