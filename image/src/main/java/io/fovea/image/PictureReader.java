package io.fovea.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads JPEG, PNG, GIF, BMP, WebP and TIFF pictures, told apart by their content.
 *
 * <p>What comes out is upright (EXIF orientation applied), has 8 bits a sample, and one channel
 * where the file is gray or three where it has colours. Deeper samples are rounded to 8 bits, CMYK
 * becomes RGB without a profile as in Pillow, alpha is dropped (not blended with a background), and
 * of several pictures in a file the first is read. A file that is cut, damaged, larger than
 * 178,956,970 pixels or of another kind is refused with a sentence that names it.
 *
 * <p>Pixels are those that Pillow sees for JPEG, PNG, GIF and BMP; lossy WebP differs from Google's
 * decoder by a few levels, at coloured edges by more, since chroma isn't smoothed.
 *
 * <p>Any number of threads may read at once.
 */
public final class PictureReader {
  private static final long MAX_FILE_BYTES = 1L << 30;

  private PictureReader() {}

  /**
   * Reads a picture, its colour profile ignored.
   *
   * @throws ImageException as {@link #read(Path, ColourProfile)}
   */
  public static Picture read(Path file) {
    return read(file, ColourProfile.IGNORE);
  }

  /**
   * Reads a picture.
   *
   * @throws ImageException if the file can't be read, or isn't a whole picture of a kind that is
   *     read; the sentence begins with the file's name
   */
  public static Picture read(Path file, ColourProfile profile) {
    return read(file, profile, PixelLimit.PIXELS);
  }

  /**
   * Reads a picture that isn't larger than so many pixels; what it would take to decode a larger
   * one isn't spent.
   *
   * @param mostPixels height times width of the largest that is read, at least 1
   * @throws ImageException as {@link #read(Path, ColourProfile)}
   */
  public static Picture read(Path file, ColourProfile profile, long mostPixels) {
    try {
      return decode(bytes(file), profile, new PixelLimit(Math.min(mostPixels, PixelLimit.PIXELS)));
    } catch (NoSuchFileException missing) {
      throw new ImageException(file + ": there is no such file; check its name", missing);
    } catch (IOException unreadable) {
      String reason = Optional.ofNullable(unreadable.getMessage()).orElse("unknown reason");
      throw new ImageException(file + ": the file can't be read (" + reason + ")", unreadable);
    } catch (ImageException wrong) {
      throw new ImageException(file + ": " + wrong.getMessage(), wrong);
    } catch (OutOfMemoryError tooLarge) {
      throw new ImageException(
          "%s: the picture needs more memory than the %,d MB that Java may use; scale it down, or start Java with a larger -Xmx"
              .formatted(file, Runtime.getRuntime().maxMemory() >> 20),
          tooLarge);
    }
  }

  static Picture decode(byte[] file, ColourProfile profile) {
    return decode(file, profile, new PixelLimit(PixelLimit.PIXELS));
  }

  private static Picture decode(byte[] file, ColourProfile profile, PixelLimit limit) {
    return decoder(PictureFormat.of(file), limit).decode(file, profile);
  }

  /** Made when needed, so that no format's classes are loaded for another's file. */
  private static Decoder decoder(PictureFormat format, PixelLimit limit) {
    return switch (format) {
      case JPEG -> new JpegDecoder(limit);
      case PNG -> new PngDecoder(limit);
      case GIF -> new GifDecoder(limit);
      case BMP -> new BmpDecoder(limit);
      case WEBP -> new WebpDecoder(limit);
      case TIFF -> new TiffDecoder(limit);
    };
  }

  /** The file's bytes; of what isn't a picture only the first are read. */
  private static byte[] bytes(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new ImageException("this is a folder; name a picture in it");
    }
    try (InputStream input = Files.newInputStream(file)) {
      PictureFormat.of(input.readNBytes(PictureFormat.PROBE_LENGTH));
    }
    long size = Files.size(file);
    if (size > MAX_FILE_BYTES) {
      throw new ImageException(
          "the file has %,d bytes, more than the %,d that are read; scale the picture down first"
              .formatted(size, MAX_FILE_BYTES));
    }
    return Files.readAllBytes(file);
  }
}
