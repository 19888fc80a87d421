/** Numbers in memory: float32 tensors of N × C × H × W, and the family of exceptions. */
@NullMarked
package io.fovea.tensor;

import org.jspecify.annotations.NullMarked;
