package io.fovea.engine;

import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** A primitive that oneDNN offers for what was asked, not made yet. */
final class PrimitiveDescription {
  private final dnnl_primitive_desc handle;
  private final String implementation;

  private PrimitiveDescription(dnnl_primitive_desc handle, String implementation) {
    this.handle = handle;
    this.implementation = implementation;
  }

  /** Takes over a created description, which the scope then owns. */
  static PrimitiveDescription own(NativeScope scope, dnnl_primitive_desc handle) {
    scope.own(handle, dnnl::dnnl_primitive_desc_destroy);
    try (var text = new PointerPointer<BytePointer>(1)) {
      Status.check(
          dnnl.dnnl_primitive_desc_query(handle, dnnl.dnnl_query_impl_info_str, 0, text),
          "the name of an implementation");
      return new PrimitiveDescription(handle, text.get(BytePointer.class).getString());
    }
  }

  /** {@code jit:avx512_core}, {@code ref:any} ... */
  String implementation() {
    return implementation;
  }

  boolean isReference() {
    return implementation.startsWith("ref");
  }

  /** The layout that it wants for one of its arguments; lives as long as this. */
  dnnl_memory_desc wanted(int role) {
    return dnnl.dnnl_primitive_desc_query_md(handle, dnnl.dnnl_query_exec_arg_md, role);
  }

  /** How many bytes one of its arguments takes; 0 where it has none of that role. */
  long bytes(int role) {
    return dnnl.dnnl_memory_desc_get_size(wanted(role));
  }

  dnnl_primitive_desc handle() {
    return handle;
  }

  /** How much scratch memory it needs while it runs. */
  long scratchBytes() {
    return bytes(dnnl.DNNL_ARG_SCRATCHPAD);
  }

  dnnl_primitive create(NativeScope scope, String layer) {
    var primitive = new dnnl_primitive();
    Status.check(dnnl.dnnl_primitive_create(primitive, handle), layer);
    return scope.own(primitive, dnnl::dnnl_primitive_destroy);
  }
}
