/**
 * Charts of plain numbers: how a training went, which classes are taken for which. A chart knows no
 * network; it is drawn as PNG or SVG, by the extension of the file it goes into.
 */
@NullMarked
package io.fovea.chart;

import org.jspecify.annotations.NullMarked;
