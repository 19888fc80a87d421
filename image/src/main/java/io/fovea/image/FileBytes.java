package io.fovea.image;

import java.nio.ByteOrder;

/**
 * The bytes of a picture file, read one number after another. What lies behind the end is an error
 * that says where the file ends.
 */
final class FileBytes {
  private final String format;
  private final byte[] bytes;
  private final ByteOrder order;
  private int position;

  /**
   * @param format what errors call the file, as in "the PNG"
   */
  FileBytes(String format, byte[] bytes, ByteOrder order) {
    this.format = format;
    this.bytes = bytes;
    this.order = order;
  }

  int position() {
    return position;
  }

  int length() {
    return bytes.length;
  }

  int remaining() {
    return bytes.length - position;
  }

  /** Goes to a place, which may be the end but not behind it. */
  void seek(long newPosition) {
    if (newPosition < 0 || newPosition > bytes.length) {
      throw cut();
    }
    position = (int) newPosition;
  }

  void skip(long count) {
    seek(position + count);
  }

  int u8() {
    if (position >= bytes.length) {
      throw cut();
    }
    return bytes[position++] & 0xff;
  }

  int u16() {
    int first = u8();
    int second = u8();
    return order == ByteOrder.BIG_ENDIAN ? first << 8 | second : second << 8 | first;
  }

  int s32() {
    int first = u16();
    int second = u16();
    return order == ByteOrder.BIG_ENDIAN ? first << 16 | second : second << 16 | first;
  }

  long u32() {
    return s32() & 0xffffffffL;
  }

  /** The next four bytes as characters. */
  String tag() {
    return "" + (char) u8() + (char) u8() + (char) u8() + (char) u8();
  }

  ImageException cut() {
    return new ImageException(
        "the %s ends after %,d bytes, in the middle of the picture; copy the file again"
            .formatted(format, bytes.length));
  }
}
