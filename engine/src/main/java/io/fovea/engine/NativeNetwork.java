package io.fovea.engine;

import io.fovea.network.Parameter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;

/**
 * A network's parameters in native memory, each in every layout that some plan wants, made once and
 * shared. Lives until its engine and all its plans are closed, in whatever order.
 */
final class NativeNetwork {
  private record Copy(dnnl_memory_desc descriptor, dnnl_memory memory) {}

  private final NativeScope scope = new NativeScope();
  private final Map<Parameter, List<Copy>> copies = new IdentityHashMap<>();
  private final dnnl_engine engine = new dnnl_engine();
  private int users = 1;

  NativeNetwork() {
    Status.check(dnnl.dnnl_engine_create(engine, dnnl.dnnl_cpu, 0), "the processor");
    scope.own(engine, dnnl::dnnl_engine_destroy);
  }

  dnnl_engine engine() {
    return engine;
  }

  /** Counts one more user. */
  synchronized void retain() {
    if (users == 0) {
      throw new EngineException("this engine is closed; make a new one");
    }
    users++;
  }

  /** Counts one user less; the last one frees everything. */
  synchronized void release() {
    users--;
    if (users == 0) {
      scope.close();
    }
  }

  /** How many copies, of all parameters in all layouts, it holds. */
  synchronized int copyCount() {
    return copies.values().stream().mapToInt(List::size).sum();
  }

  /**
   * The parameter in the layout wanted.
   *
   * @param plainTag oneDNN's tag of the plain layout with these dimensions
   */
  synchronized dnnl_memory parameter(
      Parameter parameter, long[] dimensions, int plainTag, dnnl_memory_desc wanted) {
    List<Copy> known = copies.computeIfAbsent(parameter, key -> new ArrayList<>());
    for (Copy copy : known) {
      if (dnnl.dnnl_memory_desc_equal(copy.descriptor, wanted) != 0) {
        return copy.memory;
      }
    }
    var descriptor = new dnnl_memory_desc();
    Status.check(dnnl.dnnl_memory_desc_clone(descriptor, wanted), parameter.name());
    scope.own(descriptor, dnnl::dnnl_memory_desc_destroy);
    var memory = copy(scope, parameter, dimensions, plainTag, descriptor);
    known.add(new Copy(descriptor, memory));
    return memory;
  }

  /** A copy of a parameter's values that {@code owner} frees; the descriptor lives as long. */
  dnnl_memory copy(
      NativeScope owner,
      Parameter parameter,
      long[] dimensions,
      int plainTag,
      dnnl_memory_desc descriptor) {
    long bytes = dnnl.dnnl_memory_desc_get_size(descriptor);
    var target = NativeMemory.allocate(owner, bytes).address(0);
    var memory = new dnnl_memory();
    Status.check(dnnl.dnnl_memory_create(memory, descriptor, engine, target), parameter.name());
    owner.own(memory, dnnl::dnnl_memory_destroy);
    try (var temporary = new NativeScope()) {
      var plain = Descriptor.tagged(temporary, plainTag, dimensions);
      var source = NativeMemory.allocate(temporary, 4L * parameter.count());
      source.put(0, parameter.values());
      var sourceMemory = new dnnl_memory();
      Status.check(
          dnnl.dnnl_memory_create(sourceMemory, plain, engine, source.address(0)),
          parameter.name());
      temporary.own(sourceMemory, dnnl::dnnl_memory_destroy);
      reorder(temporary, plain, sourceMemory, descriptor, memory);
    }
    return memory;
  }

  private void reorder(
      NativeScope temporary,
      dnnl_memory_desc from,
      dnnl_memory source,
      dnnl_memory_desc to,
      dnnl_memory target) {
    var handle = new dnnl_primitive_desc();
    Status.check(
        dnnl.dnnl_reorder_primitive_desc_create(handle, from, engine, to, engine, null),
        "a reorder");
    temporary.own(handle, dnnl::dnnl_primitive_desc_destroy);
    var primitive = new dnnl_primitive();
    Status.check(dnnl.dnnl_primitive_create(primitive, handle), "a reorder");
    temporary.own(primitive, dnnl::dnnl_primitive_destroy);
    var stream = new dnnl_stream();
    Status.check(
        dnnl.dnnl_stream_create(stream, engine, dnnl.dnnl_stream_default_flags), "a stream");
    temporary.own(stream, dnnl::dnnl_stream_destroy);
    var arguments = temporary.own(new dnnl_exec_arg_t(2), dnnl_exec_arg_t::close);
    arguments.position(0).arg(dnnl.DNNL_ARG_FROM).memory(source);
    arguments.position(1).arg(dnnl.DNNL_ARG_TO).memory(target);
    arguments.position(0);
    Status.check(dnnl.dnnl_primitive_execute(primitive, stream, 2, arguments), "a reorder");
    Status.check(dnnl.dnnl_stream_wait(stream), "a reorder");
  }
}
