package io.fovea.engine;

/**
 * One primitive of a plan, to look at.
 *
 * @param layer the layer that it belongs to
 * @param kind what it does: convolution, pooling, reorder ...
 * @param implementation which of oneDNN's implementations it is ({@code jit:avx512_core}); one that
 *     begins with {@code ref} is slow
 */
public record PrimitiveInfo(String layer, String kind, String implementation) {
  /** Whether this is oneDNN's plain reference code, slower by orders of magnitude. */
  public boolean isReference() {
    return implementation.startsWith("ref");
  }
}
