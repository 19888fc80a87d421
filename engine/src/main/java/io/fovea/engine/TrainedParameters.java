package io.fovea.engine;

import io.fovea.network.Parameter;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/**
 * A training plan's own parameters: each once in plain order, which the solver writes, and once in
 * each layout that a primitive wants, brought up to date when it was written.
 */
final class TrainedParameters {
  private record Key(String layer, String parameter) {}

  private record Copy(dnnl_memory_desc descriptor, dnnl_memory memory) {}

  private static final class Master {
    final NativeMemory memory;
    final List<Copy> copies = new ArrayList<>();
    final List<Step> refreshes = new ArrayList<>();
    boolean written;

    Master(NativeMemory memory) {
      this.memory = memory;
    }
  }

  private final NativeScope scope;
  private final NativeNetwork network;
  private final Map<Key, Master> masters = new LinkedHashMap<>();

  TrainedParameters(NativeScope scope, NativeNetwork network) {
    this.scope = scope;
    this.network = network;
  }

  /**
   * A layer's parameter in the layout wanted.
   *
   * @param plainTag oneDNN's tag of the plain layout with these dimensions
   */
  dnnl_memory parameter(
      String layer, Parameter parameter, long[] dimensions, int plainTag, dnnl_memory_desc wanted) {
    Master master =
        masters.computeIfAbsent(
            new Key(layer, parameter.name()),
            key -> {
              var memory = NativeMemory.allocate(scope, 4L * parameter.count());
              memory.put(0, parameter.values());
              return new Master(memory);
            });
    for (Copy copy : master.copies) {
      if (dnnl.dnnl_memory_desc_equal(copy.descriptor, wanted) != 0) {
        return copy.memory;
      }
    }
    var descriptor = new dnnl_memory_desc();
    Status.check(dnnl.dnnl_memory_desc_clone(descriptor, wanted), layer);
    scope.own(descriptor, dnnl::dnnl_memory_desc_destroy);
    var plain = Descriptor.tagged(scope, plainTag, dimensions);
    boolean isPlain = dnnl.dnnl_memory_desc_equal(plain, wanted) != 0;
    Pointer address =
        isPlain
            ? master.memory.address(0)
            : NativeMemory.allocate(scope, dnnl.dnnl_memory_desc_get_size(wanted)).address(0);
    var memory = memory(layer, descriptor, address);
    if (!isPlain) {
      master.refreshes.add(
          refresh(layer, plain, memory(layer, plain, master.memory.address(0)), wanted, memory));
      master.written = true;
    }
    master.copies.add(new Copy(descriptor, memory));
    return memory;
  }

  /** Writes new values in plain order; they count from the next run on. */
  void put(String layer, String parameter, float[] values) {
    Master master = masters.get(new Key(layer, parameter));
    master.memory.put(0, FloatBuffer.wrap(values));
    master.written = true;
  }

  /** Whether some primitive of the plan takes this parameter. */
  boolean has(String layer, String parameter) {
    return masters.containsKey(new Key(layer, parameter));
  }

  /** Brings the copies of what was written up to date. */
  void refresh(dnnl_stream stream) {
    for (Master master : masters.values()) {
      if (master.written) {
        master.refreshes.forEach(step -> step.execute(stream));
        master.written = false;
      }
    }
  }

  private Step refresh(
      String layer,
      dnnl_memory_desc from,
      dnnl_memory source,
      dnnl_memory_desc to,
      dnnl_memory target) {
    var handle = new dnnl_primitive_desc();
    Status.check(
        dnnl.dnnl_reorder_primitive_desc_create(
            handle, from, network.engine(), to, network.engine(), null),
        layer);
    var description = PrimitiveDescription.own(scope, handle);
    return Step.of(
        scope,
        new PrimitiveInfo(layer, "parameter", description.implementation()),
        description.create(scope, layer),
        List.of(
            new Argument(dnnl.DNNL_ARG_FROM, source, Optional.empty()),
            new Argument(dnnl.DNNL_ARG_TO, target, Optional.empty())));
  }

  private dnnl_memory memory(String layer, dnnl_memory_desc descriptor, Pointer address) {
    var memory = new dnnl_memory();
    Status.check(dnnl.dnnl_memory_create(memory, descriptor, network.engine(), address), layer);
    return scope.own(memory, dnnl::dnnl_memory_destroy);
  }
}
