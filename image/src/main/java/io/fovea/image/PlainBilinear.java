package io.fovea.image;

/** Bilinear interpolation between the four nearest samples, without antialiasing. */
final class PlainBilinear {
  private PlainBilinear() {}

  static Picture resize(Picture picture, Target target) {
    int channels = picture.channels();
    byte[] old = picture.samples();
    int line = picture.width() * channels;
    var samples = new byte[target.partHeight() * target.partWidth() * channels];
    double rowScale = (double) picture.height() / target.height();
    double columnScale = (double) picture.width() / target.width();
    for (int row = 0, to = 0; row < target.partHeight(); row++) {
      var vertical = Neighbours.of(target.top() + row, rowScale, picture.height());
      for (int column = 0; column < target.partWidth(); column++) {
        var across = Neighbours.of(target.left() + column, columnScale, picture.width());
        for (int channel = 0; channel < channels; channel++) {
          int above = vertical.first() * line + channel;
          int below = vertical.second() * line + channel;
          double upper = across.between(old, above, channels);
          double lower = across.between(old, below, channels);
          samples[to++] = (byte) (int) (upper + (lower - upper) * vertical.weight() + 0.5);
        }
      }
    }
    return Picture.wrap(target.partHeight(), target.partWidth(), channels, samples);
  }

  /** Two old samples beside each other, and how far from the first to the second. */
  private record Neighbours(int first, int second, double weight) {
    static Neighbours of(int index, double scale, int length) {
      double place = Math.max(0, Math.min(length - 1, (index + 0.5) * scale - 0.5));
      int first = (int) place;
      return new Neighbours(first, Math.min(length - 1, first + 1), place - first);
    }

    double between(byte[] samples, int start, int step) {
      int one = samples[start + first * step] & 0xff;
      int other = samples[start + second * step] & 0xff;
      return one + (other - one) * weight;
    }
  }
}
