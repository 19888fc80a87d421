@NullMarked
package io.fovea;

import org.jspecify.annotations.NullMarked;
