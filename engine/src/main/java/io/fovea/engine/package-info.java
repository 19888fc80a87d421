/** Compiles a network to a plan on oneDNN and runs it: activations and scores. */
@NullMarked
package io.fovea.engine;

import org.jspecify.annotations.NullMarked;
