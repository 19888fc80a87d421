package io.fovea.image;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The formats of pictures, told apart by how the file begins, never by its name. */
enum PictureFormat {
  JPEG,
  PNG,
  GIF,
  BMP,
  WEBP,
  TIFF;

  /** How many of the first bytes {@link #of} looks at. */
  static final int PROBE_LENGTH = 16;

  private static final String READ = "; save it as JPEG or PNG";

  /**
   * The format of a file that begins so.
   *
   * @throws ImageException if it isn't one that is read, with its name where that is known
   */
  static PictureFormat of(byte[] start) {
    String text =
        new String(start, 0, Math.min(start.length, PROBE_LENGTH), StandardCharsets.ISO_8859_1);
    if (text.isEmpty()) {
      throw new ImageException("the file is empty; copy it again");
    }
    return known(text).orElseThrow(() -> new ImageException(refusal(text)));
  }

  private static Optional<PictureFormat> known(String text) {
    if (text.startsWith("\u00ff\u00d8")) {
      return Optional.of(JPEG);
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    if (text.startsWith("BM")) {
      return Optional.of(BMP);
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return Optional.of(WEBP);
    }
    boolean tiff = text.startsWith("II*\0") || text.startsWith("MM\0*");
    boolean bigTiff = text.startsWith("II+\0") || text.startsWith("MM\0+");
    return tiff || bigTiff ? Optional.of(TIFF) : Optional.empty();
  }

  private static String refusal(String text) {
    if (text.startsWith("ftyp", 4)) {
      return boxed(text.substring(8, Math.min(12, text.length())));
    }
    if (text.startsWith("\0\0\1\0") || text.startsWith("\0\0\2\0")) {
      return "Windows icons (ICO) aren't read" + READ;
    }
    if (text.matches("(?s)P[1-7]\\s.*")) {
      return "netpbm pictures (PBM, PGM, PPM, PAM) aren't read" + READ;
    }
    if (text.startsWith("8BPS")) {
      return "Photoshop files (PSD) aren't read" + READ;
    }
    if (text.startsWith("\0\0\0\fJXL ") || text.startsWith("\u00ff\n")) {
      return "JPEG XL pictures aren't read" + READ;
    }
    if (text.startsWith("\0\0\0\fjP  ") || text.startsWith("\u00ff\u004f\u00ff\u0051")) {
      return "JPEG 2000 pictures aren't read" + READ;
    }
    if (text.startsWith("%PDF")) {
      return "PDF documents aren't read" + READ;
    }
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    if (trimmed.startsWith("<svg") || trimmed.startsWith("<?xml")) {
      return "SVG drawings aren't read" + READ;
    }
    if (text.startsWith("version https")) {
      return "the file is a Git LFS pointer, not the picture itself; fetch it with `git lfs pull`";
    }
    return "the file isn't a picture that is read (JPEG, PNG, GIF, BMP, WebP, TIFF)"
        + damagedLineEnds(text);
  }

  private static String boxed(String brand) {
    return switch (brand) {
      case "avif", "avis" -> "AVIF pictures aren't read" + READ;
      case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" ->
          "HEIF (HEIC) pictures aren't read" + READ;
      default -> "the file is a video or another ISO media file, not a picture" + READ;
    };
  }

  private static String damagedLineEnds(String text) {
    return text.startsWith("\u0089PNG")
        ? ": it begins as a PNG whose line ends were changed, so copy it again in binary mode"
        : "";
  }

  /** The name as people write it. */
  @Override
  public String toString() {
    return this == WEBP ? "WebP" : name();
  }
}
