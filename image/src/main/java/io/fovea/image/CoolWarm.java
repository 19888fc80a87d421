package io.fovea.image;

/**
 * The cool-to-warm colour map, worked out as K. Moreland, "Diverging Color Maps for Scientific
 * Visualization" (2009), describes: from blue to a light gray to red, straight lines in Msh space,
 * which is CIELAB (white D65) in polar coordinates: M the distance from black, s the saturation, h
 * the hue.
 */
final class CoolWarm {
  private static final double WHITE_X = 0.950456;
  private static final double WHITE_Z = 1.088754;
  private static final double[] BLUE = msh(59, 76, 192);
  private static final double[] RED = msh(180, 4, 38);

  /** The least M of the middle. */
  private static final double MIDDLE = 88;

  private CoolWarm() {}

  /** Red, green and blue in [0, 1] at a place from 0 (blue) over 0.5 (gray) to 1 (red). */
  static double[] at(double x) {
    double middle = Math.max(MIDDLE, Math.max(BLUE[0], RED[0]));
    var end = x <= 0.5 ? BLUE : RED;
    double share = x <= 0.5 ? 2 * x : 2 - 2 * x;
    double distance = end[0] + share * (middle - end[0]);
    double saturation = end[1] * (1 - share);
    double hue = end[2] + share * (spunHue(end, middle) - end[2]);
    return rgb(distance, saturation, hue);
  }

  /** The hue a colour turns to on its way to gray, so that the middle keeps its brightness. */
  private static double spunHue(double[] msh, double middle) {
    if (msh[0] >= middle) {
      return msh[2];
    }
    double spin =
        msh[1] * Math.sqrt(middle * middle - msh[0] * msh[0]) / (msh[0] * Math.sin(msh[1]));
    return msh[2] > -Math.PI / 3 ? msh[2] + spin : msh[2] - spin;
  }

  private static double[] msh(int red, int green, int blue) {
    double r = linear(red / 255.0);
    double g = linear(green / 255.0);
    double b = linear(blue / 255.0);
    double x = lab((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE_X);
    double y = lab(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    double z = lab((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / WHITE_Z);
    double lightness = 116 * y - 16;
    double greenRed = 500 * (x - y);
    double blueYellow = 200 * (y - z);
    double distance = Math.sqrt(sum(lightness, greenRed, blueYellow));
    return new double[] {
      distance, Math.acos(lightness / distance), Math.atan2(blueYellow, greenRed)
    };
  }

  private static double sum(double a, double b, double c) {
    return a * a + b * b + c * c;
  }

  private static double[] rgb(double distance, double saturation, double hue) {
    double fy = (distance * Math.cos(saturation) + 16) / 116;
    double fx = fy + distance * Math.sin(saturation) * Math.cos(hue) / 500;
    double fz = fy - distance * Math.sin(saturation) * Math.sin(hue) / 200;
    double x = WHITE_X * unlab(fx);
    double y = unlab(fy);
    double z = WHITE_Z * unlab(fz);
    return new double[] {
      companded(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
      companded(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
      companded(0.0556434 * x - 0.2040259 * y + 1.0572252 * z)
    };
  }

  private static double lab(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }

  private static double unlab(double f) {
    return f > 6.0 / 29 ? f * f * f : (116 * f - 16) * 27 / 24389;
  }

  /** From sRGB to linear light. */
  private static double linear(double sample) {
    return sample <= 0.04045 ? sample / 12.92 : Math.pow((sample + 0.055) / 1.055, 2.4);
  }

  /** From linear light to sRGB. */
  private static double companded(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }
}
