package io.fovea.image;

/**
 * Red, green and blue, each a polynomial of the place on a colour map.
 *
 * @param red coefficients, the constant first
 */
record Polynomials(double[] red, double[] green, double[] blue) {
  /** Matt Zucker's fit of viridis, CC0. */
  static final Polynomials VIRIDIS =
      new Polynomials(
          new double[] {
            0.2777273272234177,
            0.1050930431085774,
            -0.3308618287255563,
            -4.634230498983486,
            6.228269936347081,
            4.776384997670288,
            -5.435455855934631
          },
          new double[] {
            0.005407344544966578,
            1.404613529898575,
            0.214847559468213,
            -5.799100973351585,
            14.17993336680509,
            -13.74514537774601,
            4.645852612178535
          },
          new double[] {
            0.3340998053353061,
            1.384590162594685,
            0.09509516302823659,
            -19.33244095627987,
            56.69055260068105,
            -65.35303263337234,
            26.3124352495832
          });

  /** Ruofei Du's fit of turbo, Copyright 2019 Google LLC, Apache-2.0. */
  static final Polynomials TURBO =
      new Polynomials(
          new double[] {
            0.13572138, 4.61539260, -42.66032258, 132.13108234, -152.94239396, 59.28637943
          },
          new double[] {0.09140261, 2.19418839, 4.84296658, -14.18503333, 4.27729857, 2.82956604},
          new double[] {
            0.10667330, 12.64194608, -60.58204836, 110.36276771, -89.90310912, 27.34824973
          });

  /** Red, green and blue, nearly in [0, 1]. */
  double[] at(double x) {
    return new double[] {value(red, x), value(green, x), value(blue, x)};
  }

  private static double value(double[] coefficients, double x) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
