@NullMarked
package io.fovea.chart;

import org.jspecify.annotations.NullMarked;
