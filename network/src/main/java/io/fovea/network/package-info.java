/** A convolutional neural network as plain, immutable data: layers, shapes, parameters. */
@NullMarked
package io.fovea.network;

import org.jspecify.annotations.NullMarked;
