package io.fovea.image;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A PNG's chunks as far as the picture needs them. Text chunks are passed over without being
 * inflated.
 *
 * @param palette red, green and blue of each colour, empty where there is none
 * @param data the places of the picture data in the file, in order
 * @param whole whether the file goes on behind the picture data
 * @param exif EXIF data, without a frame around it
 * @param profile the ICC profile's chunk
 */
record PngChunks(
    PngHeader header,
    byte[] palette,
    List<Part> data,
    boolean whole,
    Optional<byte[]> exif,
    Optional<byte[]> profile) {

  /** A part of the file from one place up to another. */
  record Part(int from, int to) {}

  /**
   * Goes through the file's chunks up to its end marker.
   *
   * @throws ImageException if a chunk that the picture needs is cut, missing or damaged, or the
   *     header isn't as the standard has it
   */
  static PngChunks of(byte[] file, PixelLimit limit) {
    return new Walk(file, limit).chunks();
  }

  private static final class Walk {
    private final byte[] file;
    private final PixelLimit limit;
    private final FileBytes bytes;
    private Optional<PngHeader> header = Optional.empty();
    private byte[] palette = {};
    private final List<Part> data = new ArrayList<>();
    private Optional<byte[]> exif = Optional.empty();
    private Optional<byte[]> profile = Optional.empty();

    Walk(byte[] file, PixelLimit limit) {
      this.file = file;
      this.limit = limit;
      this.bytes = new FileBytes("PNG", file, ByteOrder.BIG_ENDIAN);
    }

    PngChunks chunks() {
      bytes.seek(8);
      boolean more = true;
      while (more && bytes.remaining() >= 12) {
        more = chunk();
      }
      if (header.isEmpty() || data.isEmpty()) {
        throw more
            ? bytes.cut()
            : new ImageException("the PNG holds no picture data; export it again");
      }
      return new PngChunks(header.get(), palette, data, !more, exif, profile);
    }

    /** Takes in one chunk; false behind the last one and where the file is cut. */
    private boolean chunk() {
      int start = bytes.position();
      long length = bytes.u32();
      String type = bytes.tag();
      long from = start + 8L;
      if (header.isEmpty() && !type.equals("IHDR")) {
        throw new ImageException(
            "the PNG begins with a chunk that isn't its header (IHDR); copy the file again");
      }
      if (from + length + 4 > file.length) {
        return cutChunk(type, from);
      }
      var part = new Part((int) from, (int) (from + length));
      bytes.seek(part.to() + 4L);
      boolean critical = (type.charAt(0) & 0x20) == 0;
      if (checksumHolds(part)) {
        take(type, part);
      } else if (critical) {
        throw new ImageException(
            "the PNG is damaged: the checksum of its chunk %s at byte %,d is wrong; copy the file again"
                .formatted(printable(type), start));
      }
      return !type.equals("IEND");
    }

    /** What is there of a cut chunk of picture data may still hold the last rows. */
    private boolean cutChunk(String type, long from) {
      if (type.equals("IDAT") && header.isPresent()) {
        data.add(new Part((int) from, file.length));
      }
      bytes.seek(file.length);
      return true;
    }

    private boolean checksumHolds(Part part) {
      var checksum = new CRC32();
      checksum.update(file, part.from() - 4, part.to() - part.from() + 4);
      bytes.seek(part.to());
      return bytes.u32() == checksum.getValue();
    }

    private void take(String type, Part part) {
      switch (type) {
        case "IHDR" -> {
          bytes.seek(part.from());
          header = Optional.of(PngHeader.read(bytes, limit));
        }
        case "PLTE" -> palette = copy(part);
        case "IDAT" -> data.add(part);
        case "eXIf" -> exif = Optional.of(copy(part));
        case "iCCP" -> profile = Optional.of(copy(part));
        default -> {}
      }
      bytes.seek(part.to() + 4L);
    }

    private byte[] copy(Part part) {
      return Arrays.copyOfRange(file, part.from(), part.to());
    }

    private static String printable(String type) {
      return type.matches("[A-Za-z]{4}") ? type : "?";
    }
  }
}
