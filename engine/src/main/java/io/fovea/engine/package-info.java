@NullMarked
package io.fovea.engine;

import org.jspecify.annotations.NullMarked;
