package io.fovea.bench;

import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** oneDNN by itself, without Fovea: makes its objects and frees them in reverse order. */
final class OneDnn implements AutoCloseable {
  private static final int PAGE = 4096;

  private final Deque<Runnable> frees = new ArrayDeque<>();
  private final dnnl_engine engine = new dnnl_engine();
  private final dnnl_stream stream = new dnnl_stream();

  OneDnn() {
    check(dnnl.dnnl_engine_create(engine, dnnl.dnnl_cpu, 0));
    own(engine, dnnl::dnnl_engine_destroy);
    check(dnnl.dnnl_stream_create(stream, engine, dnnl.dnnl_stream_default_flags));
    own(stream, dnnl::dnnl_stream_destroy);
  }

  dnnl_engine engine() {
    return engine;
  }

  dnnl_stream stream() {
    return stream;
  }

  <T> T own(T object, Consumer<T> free) {
    frees.push(() -> free.accept(object));
    return object;
  }

  /** The plain layout. */
  dnnl_memory_desc plain(long... dimensions) {
    return tagged(
        switch (dimensions.length) {
          case 1 -> dnnl.dnnl_a;
          case 4 -> dnnl.dnnl_abcd;
          default -> dnnl.dnnl_abcde;
        },
        dimensions);
  }

  /** The layout left to the primitive. */
  dnnl_memory_desc any(long... dimensions) {
    return tagged(dnnl.dnnl_format_tag_any, dimensions);
  }

  private dnnl_memory_desc tagged(int tag, long... dimensions) {
    var descriptor = new dnnl_memory_desc();
    check(
        dnnl.dnnl_memory_desc_create_with_tag(
            descriptor, dimensions.length, dimensions, dnnl.dnnl_f32, tag));
    return own(descriptor, dnnl::dnnl_memory_desc_destroy);
  }

  /** Memory of its own for this layout. */
  dnnl_memory memory(dnnl_memory_desc descriptor) {
    return memory(descriptor, allocate(dnnl.dnnl_memory_desc_get_size(descriptor)));
  }

  /** Memory of its own for this layout, filled with values in plain order. */
  dnnl_memory memory(dnnl_memory_desc descriptor, FloatBuffer values, long... dimensions) {
    Pointer address = allocate(4L * values.remaining());
    new FloatPointer(address).capacity(values.remaining()).asBuffer().put(values);
    dnnl_memory_desc plain = plain(dimensions);
    dnnl_memory target = memory(descriptor);
    reorder(plain, memory(plain, address), descriptor, target);
    return target;
  }

  private dnnl_memory memory(dnnl_memory_desc descriptor, Pointer address) {
    var memory = new dnnl_memory();
    check(dnnl.dnnl_memory_create(memory, descriptor, engine, address));
    return own(memory, dnnl::dnnl_memory_destroy);
  }

  private void reorder(
      dnnl_memory_desc from, dnnl_memory source, dnnl_memory_desc to, dnnl_memory target) {
    var description = new dnnl_primitive_desc();
    check(dnnl.dnnl_reorder_primitive_desc_create(description, from, engine, to, engine, null));
    own(description, dnnl::dnnl_primitive_desc_destroy);
    dnnl_exec_arg_t arguments = arguments(2);
    arguments.position(0).arg(dnnl.DNNL_ARG_FROM).memory(source);
    arguments.position(1).arg(dnnl.DNNL_ARG_TO).memory(target);
    check(dnnl.dnnl_primitive_execute(primitive(description), stream, 2, arguments.position(0)));
    await();
  }

  dnnl_primitive primitive(dnnl_primitive_desc description) {
    var primitive = new dnnl_primitive();
    check(dnnl.dnnl_primitive_create(primitive, description));
    return own(primitive, dnnl::dnnl_primitive_destroy);
  }

  /** Room for so many arguments. */
  dnnl_exec_arg_t arguments(int count) {
    return own(new dnnl_exec_arg_t(count), dnnl_exec_arg_t::close);
  }

  /** Returns when all that was started is done. */
  void await() {
    check(dnnl.dnnl_stream_wait(stream));
  }

  private Pointer allocate(long bytes) {
    Pointer raw = own(Pointer.malloc(bytes + PAGE), Pointer::free);
    return new BytePointer(raw).getPointer(PAGE - raw.address() % PAGE);
  }

  static void check(int status) {
    if (status != dnnl.dnnl_success) {
      throw new BenchException("oneDNN refuses a bare convolution, status " + status);
    }
  }

  @Override
  public void close() {
    while (!frees.isEmpty()) {
      frees.pop().run();
    }
  }
}
