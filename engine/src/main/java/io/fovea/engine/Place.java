package io.fovea.engine;

/** Where an activation lies: a buffer, and how the values lie in it. */
record Place(Descriptor descriptor, Buffer buffer) {
  Layout layout() {
    return descriptor.layout();
  }

  /** Whether it is a part of a larger buffer, with gaps between its values. */
  boolean isPart(NativeScope scope) {
    return layout() != Layout.OPAQUE
        && !Descriptor.of(scope, descriptor.shape(), layout()).sameAs(descriptor.handle());
  }
}
