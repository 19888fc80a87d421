package io.fovea.image;

/** Where on the canvas a GIF's frame lies, and how its rows are ordered. */
record GifFrame(int top, int left, int height, int width, int flags) {
  /** First row and row step of each pass of an interlaced frame. */
  private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

  private static final int[][] ONE_PASS = {{0, 1}};

  /** Reads the frame's descriptor, without the byte in front. */
  static GifFrame read(FileBytes bytes) {
    int left = bytes.u16();
    int top = bytes.u16();
    int width = bytes.u16();
    int height = bytes.u16();
    return new GifFrame(top, left, height, width, bytes.u8());
  }

  boolean covers(int canvasHeight, int canvasWidth) {
    return height == canvasHeight && width == canvasWidth;
  }

  /** Puts the frame's pixels, given as numbers of colours, on a canvas of RGB samples. */
  void paint(byte[] numbers, byte[] palette, byte[] canvas, int canvasWidth) {
    int from = 0;
    for (int[] pass : (flags & 0x40) != 0 ? PASSES : ONE_PASS) {
      for (int row = pass[0]; row < height; row += pass[1]) {
        int to = 3 * ((top + row) * canvasWidth + left);
        for (int column = 0; column < width; column++, to += 3) {
          int colour = 3 * (numbers[from++] & 0xff);
          if (colour >= palette.length) {
            throw new ImageException(
                "the GIF is damaged: a pixel has colour number %d of a palette of %d; export it again"
                    .formatted(colour / 3, palette.length / 3));
          }
          System.arraycopy(palette, colour, canvas, to, 3);
        }
      }
    }
  }
}
