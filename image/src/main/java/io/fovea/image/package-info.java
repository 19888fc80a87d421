/**
 * Pictures and arrays of numbers in, pictures and array files out: decoding, resizing, what a
 * network wants of a picture, and activations as a picture.
 */
@NullMarked
package io.fovea.image;

import org.jspecify.annotations.NullMarked;
