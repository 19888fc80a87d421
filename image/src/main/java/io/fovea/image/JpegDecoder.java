package io.fovea.image;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * JPEG: {@link JpegParser} checks the file and reads what is said about the picture, the JDK's
 * reader decodes the bare components, {@link JpegColours} makes colours of them.
 *
 * <p>The JDK would guess at colours, apply profiles and be silent about cut files, so it gets
 * nothing but tables and scans. What libjpeg warns of inside a scan means that pixels are wrong,
 * and is an error here.
 */
final class JpegDecoder implements Decoder {
  /** The most pixels that a byte of a JPEG can stand for, generously. */
  private static final int PIXELS_PER_BYTE = 2048;

  private final PixelLimit limit;

  JpegDecoder(PixelLimit limit) {
    this.limit = limit;
  }

  @Override
  public Picture decode(byte[] file, ColourProfile profile) {
    JpegFile jpeg = JpegParser.parse(file, limit);
    JpegFrame frame = jpeg.frame();
    if ((long) frame.height() * frame.width() > (long) PIXELS_PER_BYTE * file.length) {
      throw cut(jpeg);
    }
    byte[] samples = components(jpeg);
    int count = frame.components().size();
    if (jpeg.lumaChroma()) {
      JpegColours.lumaChromaToRgb(samples, count);
    }
    if (count == 4) {
      toInks(jpeg, samples);
    }
    Picture picture = picture(jpeg, samples, profile);
    return jpeg.orientation().upright(picture);
  }

  private static Picture picture(JpegFile jpeg, byte[] samples, ColourProfile profile) {
    JpegFrame frame = jpeg.frame();
    int count = frame.components().size();
    if (profile == ColourProfile.APPLY && jpeg.profile().isPresent()) {
      return IccProfile.of("JPEG", jpeg.profile().get())
          .toSrgb(frame.height(), frame.width(), count, samples);
    }
    return count == 4
        ? Picture.wrap(frame.height(), frame.width(), 3, JpegColours.inksToRgb(samples))
        : Picture.wrap(frame.height(), frame.width(), count, samples);
  }

  /** Files with four components store white as 255; libjpeg's YCCK conversion is undone by that. */
  private static void toInks(JpegFile jpeg, byte[] samples) {
    if (!jpeg.lumaChroma()) {
      JpegColours.invert(samples);
      return;
    }
    for (int at = 3; at < samples.length; at += 4) {
      samples[at] = (byte) ~samples[at];
    }
  }

  private static byte[] components(JpegFile jpeg) {
    var warnings = new ArrayList<String>();
    var reader = JdkReaders.create("jpeg");
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg.stream()))) {
      reader.setInput(input, true, true);
      reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
      Raster raster = reader.readRaster(0, null);
      check(jpeg, warnings);
      return ((DataBufferByte) raster.getDataBuffer()).getData();
    } catch (IOException broken) {
      throw jpeg.ended() ? damaged(broken.getMessage()) : cut(jpeg);
    } finally {
      reader.dispose();
    }
  }

  /** Extra bytes between scans harm nothing; every other warning is about wrong pixels. */
  private static void check(JpegFile jpeg, List<String> warnings) {
    for (String warning : warnings) {
      if (!warning.contains("extraneous bytes")) {
        throw jpeg.ended() ? damaged(warning) : cut(jpeg);
      }
    }
    if (!jpeg.ended() && (jpeg.frame().progressive() || !warnings.isEmpty())) {
      throw cut(jpeg);
    }
  }

  private static ImageException cut(JpegFile jpeg) {
    return new ImageException(
        "the JPEG ends after %,d bytes, in the middle of the picture; copy the file again"
            .formatted(jpeg.fileLength()));
  }

  private static ImageException damaged(String how) {
    String detail = how.toLowerCase(Locale.ROOT).replace("corrupt jpeg data: ", "");
    return new ImageException(
        "the JPEG's picture data is damaged (" + detail + "); copy the file again");
  }
}
