package io.fovea.engine;

/** Where an activation lies: a buffer, and how the values lie in it. */
record Place(Descriptor descriptor, Buffer buffer) {
  Layout layout() {
    return descriptor.layout();
  }
}
