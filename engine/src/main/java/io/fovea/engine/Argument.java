package io.fovea.engine;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory;

/**
 * What a primitive reads or writes.
 *
 * @param role oneDNN's number for it (DNNL_ARG_SRC ...)
 * @param memory the memory object, which gets its address when all steps are known
 * @param buffer the plan's buffer that it lies in; none for parameters and scratch memory
 */
record Argument(int role, dnnl_memory memory, Optional<Buffer> buffer) {}
