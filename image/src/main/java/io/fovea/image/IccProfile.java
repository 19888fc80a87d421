package io.fovea.image;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** A colour profile found in a picture's file. */
final class IccProfile {
  private final String format;
  private final ICC_Profile profile;

  private IccProfile(String format, ICC_Profile profile) {
    this.format = format;
    this.profile = profile;
  }

  /**
   * The profile of these bytes.
   *
   * @param format what errors call the file, as in "the JPEG"
   * @throws ImageException if they aren't a profile
   */
  static IccProfile of(String format, byte[] bytes) {
    try {
      return new IccProfile(format, ICC_Profile.getInstance(bytes));
    } catch (IllegalArgumentException broken) {
      throw broken(format);
    }
  }

  /**
   * A picture in sRGB.
   *
   * @param components 1 (gray), 3 (RGB) or 4 (inks, 0 for none), as the profile has them
   * @throws ImageException if the profile doesn't fit them or is broken inside
   */
  Picture toSrgb(int height, int width, int components, byte[] samples) {
    var offsets = new int[components];
    for (int index = 0; index < components; index++) {
      offsets[index] = index;
    }
    var buffer = new DataBufferByte(samples, samples.length);
    var source =
        Raster.createInterleavedRaster(
            buffer, width, height, width * components, components, offsets, null);
    var target = Raster.createInterleavedRaster(0, width, height, 3, null);
    try {
      var srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
      new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null).filter(source, target);
    } catch (IllegalArgumentException | CMMException broken) {
      throw broken(format);
    }
    byte[] rgb = ((DataBufferByte) target.getDataBuffer()).getData();
    return Picture.wrap(height, width, 3, rgb);
  }

  private static ImageException broken(String format) {
    return new ImageException(
        "the colour profile inside the "
            + format
            + " is broken or doesn't fit its samples; read it with the profile ignored");
  }
}
