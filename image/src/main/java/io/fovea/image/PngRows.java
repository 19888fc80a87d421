package io.fovea.image;

import io.fovea.image.PngChunks.Part;
import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates a PNG's rows, undoes their filters, and spreads their samples over the picture. */
final class PngRows implements AutoCloseable {
  /** First row, first column, row step, column step of each pass of an interlaced picture. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {0, 4, 8, 8}, {4, 0, 8, 4}, {0, 2, 4, 4}, {2, 0, 4, 2}, {0, 1, 2, 2}, {1, 0, 2, 1}
  };

  private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

  private final byte[] file;
  private final PngChunks chunks;
  private final PngHeader header;
  private final PngSamples samples;
  private final Inflater inflater = new Inflater();
  private final Iterator<Part> parts;

  PngRows(byte[] file, PngChunks chunks) {
    this.file = file;
    this.chunks = chunks;
    this.header = chunks.header();
    this.samples = new PngSamples(header, chunks.palette());
    this.parts = chunks.data().iterator();
  }

  /** All samples of the picture in the order row, column, channel. */
  byte[] read() {
    for (int[] pass : header.interlaced() ? PASSES : ONE_PASS) {
      int rows = ceilDiv(header.height() - pass[0], pass[2]);
      int columns = ceilDiv(header.width() - pass[1], pass[3]);
      if (rows > 0 && columns > 0) {
        pass(pass, rows, columns);
      }
    }
    return samples.picture();
  }

  private void pass(int[] pass, int rows, int columns) {
    int distance = header.filterDistance();
    int length = header.rowBytes(columns);
    // a margin of zeros on the left spares the filters a special first pixel
    var above = new byte[distance + length];
    var current = new byte[distance + length];
    var filter = new byte[1];
    for (int row = 0; row < rows; row++) {
      int pictureRow = pass[0] + row * pass[2];
      fill(filter, 0, pictureRow);
      fill(current, distance, pictureRow);
      PngFilter.undo(filter[0], current, above, distance);
      samples.spread(current, distance, columns, pictureRow, pass[1], pass[3]);
      var spare = above;
      above = current;
      current = spare;
      Arrays.fill(current, 0, distance, (byte) 0);
    }
  }

  private void fill(byte[] target, int from, int row) {
    int at = from;
    try {
      while (at < target.length) {
        int count = inflater.inflate(target, at, target.length - at);
        at += count;
        if (count == 0 && !feed()) {
          throw missing(row);
        }
      }
    } catch (DataFormatException broken) {
      throw chunks.whole() ? damaged(row) : missing(row);
    }
  }

  private boolean feed() {
    if (inflater.finished() || inflater.needsDictionary() || !parts.hasNext()) {
      return false;
    }
    Part part = parts.next();
    inflater.setInput(file, part.from(), part.to() - part.from());
    return true;
  }

  private ImageException missing(int row) {
    String place = "at row %,d of %,d".formatted(row + 1, header.height());
    return new ImageException(
        chunks.whole()
            ? "the PNG's picture data ends " + place + "; export the picture again"
            : "the PNG ends after %,d bytes, %s; copy the file again"
                .formatted(file.length, place));
  }

  private ImageException damaged(int row) {
    return new ImageException(
        "the PNG's picture data is damaged at row %,d of %,d; copy the file again"
            .formatted(row + 1, header.height()));
  }

  private static int ceilDiv(int count, int step) {
    return -Math.floorDiv(-count, step);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
