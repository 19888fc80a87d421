package io.fovea.engine;

import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;

/** One primitive of a plan with its arguments, ready to be executed again and again. */
final class Step {
  private final PrimitiveInfo info;
  private final dnnl_primitive primitive;
  private final dnnl_exec_arg_t arguments;
  private final int count;

  private Step(PrimitiveInfo info, dnnl_primitive primitive, dnnl_exec_arg_t arguments, int count) {
    this.info = info;
    this.primitive = primitive;
    this.arguments = arguments;
    this.count = count;
  }

  static Step of(
      NativeScope scope, PrimitiveInfo info, dnnl_primitive primitive, List<Argument> arguments) {
    var array = scope.own(new dnnl_exec_arg_t(arguments.size()), dnnl_exec_arg_t::close);
    for (int i = 0; i < arguments.size(); i++) {
      array.position(i).arg(arguments.get(i).role()).memory(arguments.get(i).memory());
    }
    array.position(0);
    return new Step(info, primitive, array, arguments.size());
  }

  PrimitiveInfo info() {
    return info;
  }

  void execute(dnnl_stream stream) {
    int status = dnnl.dnnl_primitive_execute(primitive, stream, count, arguments);
    if (status != dnnl.dnnl_success) {
      Status.check(status, info.layer());
    }
  }
}
