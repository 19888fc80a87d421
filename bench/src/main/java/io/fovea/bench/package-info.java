@NullMarked
package io.fovea.bench;

import org.jspecify.annotations.NullMarked;
