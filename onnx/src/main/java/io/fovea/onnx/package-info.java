@NullMarked
package io.fovea.onnx;

import org.jspecify.annotations.NullMarked;
