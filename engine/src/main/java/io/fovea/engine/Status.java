package io.fovea.engine;

import org.bytedeco.dnnl.global.dnnl;

/** What a call of oneDNN answered. */
final class Status {
  private Status() {}

  /** Throws unless the call succeeded. */
  static void check(int status, String what) {
    if (status != dnnl.dnnl_success) {
      throw new EngineException(what + ": oneDNN answers " + name(status));
    }
  }

  private static String name(int status) {
    return switch (status) {
      case dnnl.dnnl_out_of_memory -> "that memory ran out; use a smaller batch or input size";
      case dnnl.dnnl_invalid_arguments -> "invalid arguments";
      case dnnl.dnnl_unimplemented -> "that it has no such primitive";
      case dnnl.dnnl_runtime_error -> "a runtime error";
      default -> "status " + status;
    };
  }
}
