package io.fovea.image;

/** The LZW decompression of GIF: codes of growing width, lowest bits first, at most 12 bits. */
final class GifLzw {
  private static final int MAX_CODES = 4096;

  private final byte[] data;
  private final int codeSize;
  private final int clear;
  private final int end;
  private final int[] prefix = new int[MAX_CODES];
  private final byte[] last = new byte[MAX_CODES];
  private final int[] length = new int[MAX_CODES];
  private int codes;
  private int width;
  private int bits;
  private int bitCount;
  private int position;

  /**
   * @param codeSize bits of a colour's number, 1 to 8
   * @throws ImageException if they are others
   */
  GifLzw(byte[] data, int codeSize) {
    if (codeSize < 1 || codeSize > 8) {
      throw new ImageException(
          "the GIF is damaged: its colours have %d bits, but may have 1 to 8; copy the file again"
              .formatted(codeSize));
    }
    this.data = data;
    this.codeSize = codeSize;
    this.clear = 1 << codeSize;
    this.end = clear + 1;
    for (int code = 0; code < clear; code++) {
      last[code] = (byte) code;
      length[code] = 1;
    }
  }

  /**
   * Decodes until the target is full or the data at its end.
   *
   * @return how many colour numbers were decoded
   */
  int decode(byte[] target) {
    reset();
    int previous = -1;
    int at = 0;
    while (at < target.length) {
      int code = next();
      if (code < 0 || code == end) {
        return at;
      }
      if (code == clear) {
        reset();
        previous = -1;
        continue;
      }
      if (code > codes || code == codes && previous < 0) {
        throw new ImageException(
            "the GIF's picture data is damaged at pixel %,d of %,d; copy the file again"
                .formatted(at + 1, target.length));
      }
      if (previous >= 0 && codes < MAX_CODES) {
        add(previous, first(code == codes ? previous : code));
      }
      at = write(code, target, at);
      previous = code;
    }
    return at;
  }

  private void reset() {
    codes = end + 1;
    width = codeSize + 1;
  }

  private void add(int previous, byte value) {
    prefix[codes] = previous;
    last[codes] = value;
    length[codes] = length[previous] + 1;
    codes++;
    if (codes == 1 << width && width < 12) {
      width++;
    }
  }

  private byte first(int code) {
    int at = code;
    while (length[at] > 1) {
      at = prefix[at];
    }
    return last[at];
  }

  /** Writes what a code stands for, from its end on, as far as there is room. */
  private int write(int code, byte[] target, int from) {
    int next = from + length[code];
    int at = code;
    for (int to = next - 1; to >= from; to--) {
      if (to < target.length) {
        target[to] = last[at];
      }
      at = prefix[at];
    }
    return Math.min(next, target.length);
  }

  private int next() {
    while (bitCount < width) {
      if (position >= data.length) {
        return -1;
      }
      bits |= (data[position++] & 0xff) << bitCount;
      bitCount += 8;
    }
    int code = bits & (1 << width) - 1;
    bits >>>= width;
    bitCount -= width;
    return code;
  }
}
