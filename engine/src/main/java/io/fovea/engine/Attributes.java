package io.fovea.engine;

import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.global.dnnl;

/** A primitive's attributes: scratch memory of the plan's, and what it applies to its result. */
final class Attributes {
  private static final String WHAT = "the attributes of a primitive";

  private Attributes() {}

  /** Scratch memory of the plan's alone. */
  static dnnl_primitive_attr plain(NativeScope scope) {
    var attributes = new dnnl_primitive_attr();
    Status.check(dnnl.dnnl_primitive_attr_create(attributes), WHAT);
    scope.own(attributes, dnnl::dnnl_primitive_attr_destroy);
    Status.check(
        dnnl.dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl.dnnl_scratchpad_mode_user),
        WHAT);
    return attributes;
  }

  /** With a ReLU over the result. */
  static dnnl_primitive_attr withRelu(NativeScope scope) {
    dnnl_primitive_attr attributes = plain(scope);
    var operations = new dnnl_post_ops();
    Status.check(dnnl.dnnl_post_ops_create(operations), WHAT);
    scope.own(operations, dnnl::dnnl_post_ops_destroy);
    Status.check(dnnl.dnnl_post_ops_append_eltwise(operations, dnnl.dnnl_eltwise_relu, 0, 0), WHAT);
    Status.check(dnnl.dnnl_primitive_attr_set_post_ops(attributes, operations), WHAT);
    return attributes;
  }
}
