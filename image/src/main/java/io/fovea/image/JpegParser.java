package io.fovea.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Takes a JPEG apart, segment by segment (ITU-T T.81, annex B), up to the end marker of its first
 * picture. It doesn't decode: what it finds broken it says, what it keeps a decoder can trust to be
 * laid out as it should.
 */
final class JpegParser {
  private static final int MAX_SCANS = 256;

  private final byte[] file;
  private final PixelLimit limit;
  private final FileBytes bytes;
  private final ByteArrayOutputStream stream;
  private final JpegApplicationData applicationData = new JpegApplicationData();
  private Optional<JpegFrame> frame = Optional.empty();
  private int framePlace;
  private final ArrayList<Integer> scanned = new ArrayList<>();
  private int scans;

  private JpegParser(byte[] file, PixelLimit limit) {
    this.file = file;
    this.limit = limit;
    this.bytes = new FileBytes("JPEG", file, ByteOrder.BIG_ENDIAN);
    this.stream = new ByteArrayOutputStream(file.length);
  }

  /**
   * Takes the bytes of a JPEG file apart.
   *
   * @throws ImageException if they are cut before the first scan, aren't laid out as a JPEG, or
   *     hold a kind of JPEG that isn't read
   */
  static JpegFile parse(byte[] file, PixelLimit limit) {
    return new JpegParser(file, limit).parse();
  }

  private JpegFile parse() {
    bytes.seek(2);
    stream.write(0xff);
    stream.write(0xd8);
    boolean ended = false;
    while (!ended && toNextMarker()) {
      int marker = bytes.u8();
      ended = marker == 0xd9;
      if (!ended) {
        segment(marker);
      }
    }
    stream.write(0xff);
    stream.write(0xd9);
    return file(ended);
  }

  private JpegFile file(boolean ended) {
    if (frame.isEmpty() && !ended) {
      throw new ImageException(
          "the JPEG ends after %,d bytes, before its picture begins; copy the file again"
              .formatted(file.length));
    }
    JpegFrame found = frame();
    if (scanned.size() < found.components().size()) {
      if (!ended) {
        throw bytes.cut();
      }
      throw damaged(
          "holds the data of %d of its %d components"
              .formatted(scanned.size(), found.components().size()));
    }
    byte[] plain = stream.toByteArray();
    plain[framePlace] = (byte) (found.height() >> 8);
    plain[framePlace + 1] = (byte) found.height();
    limit.check("JPEG", found.height(), found.width());
    return new JpegFile(
        plain,
        found,
        ended,
        file.length,
        applicationData.jfif(),
        applicationData.adobeTransform(),
        applicationData.orientation(),
        applicationData.profile());
  }

  private JpegFrame frame() {
    return frame.orElseThrow(() -> damaged("has no frame header before its data"));
  }

  /** Skips whatever isn't a marker, as libjpeg does; false at the end of the file. */
  private boolean toNextMarker() {
    while (bytes.remaining() >= 2) {
      int at = bytes.position();
      if ((file[at] & 0xff) == 0xff && file[at + 1] != 0 && (file[at + 1] & 0xff) != 0xff) {
        bytes.skip(1);
        return true;
      }
      bytes.skip(1);
    }
    return false;
  }

  private void segment(int marker) {
    if (marker == 1 || marker >= 0xd0 && marker <= 0xd8) {
      return; // these stand alone
    }
    int start = bytes.position();
    if (bytes.remaining() < 2) {
      throw cutBeforePicture();
    }
    int length = bytes.u16();
    boolean applied = marker >= 0xe0 && marker <= 0xef || marker == 0xfe;
    if (length < 2 || marker < 0xc0) {
      throw brokenSegment(marker, start);
    }
    if (start + length > file.length) {
      throw cutBeforePicture();
    }
    bytes.seek(start);
    if (applied) {
      applicationData.add(marker, file, start + 2, start + length);
    } else {
      decodingSegment(marker, start, length);
    }
    if (marker != 0xda) {
      bytes.seek(start + length);
    }
  }

  private void decodingSegment(int marker, int start, int length) {
    switch (marker) {
      case 0xc4, 0xdb -> keep(marker, start, length);
      case 0xdd -> {
        if (length != 4) {
          throw brokenSegment(marker, start);
        }
        keep(marker, start, length);
      }
      case 0xda -> scan(start, length);
      case 0xdc -> numberOfLines();
      case 0xcc, 0xc8 -> {} // arithmetic conditioning, and a reserved one: the frame header decides
      default -> {
        if (marker > 0xcf && marker != 0xf7) {
          return;
        }
        frameHeader(marker, start, length);
      }
    }
  }

  private void frameHeader(int marker, int start, int length) {
    if (frame.isPresent()) {
      throw damaged("has a second frame header at byte %,d".formatted(start - 2));
    }
    JpegFrame found = JpegFrame.read(marker, bytes);
    if (length != 8 + 3 * found.components().size()) {
      throw brokenSegment(marker, start);
    }
    limit.check("JPEG", Math.max(1, found.height()), found.width());
    frame = Optional.of(found);
    framePlace = stream.size() + 5;
    keep(marker, start, 8);
    for (int index = 0; index < found.components().size(); index++) {
      var component = found.components().get(index);
      stream.write(index + 1);
      stream.write(component.sampling());
      stream.write(component.table());
    }
  }

  /** A height that is told only behind the first scan (the DNL segment). */
  private void numberOfLines() {
    if (frame.isPresent() && frame().height() == 0) {
      bytes.skip(2);
      int height = bytes.u16();
      limit.check("JPEG", height, frame().width());
      frame = Optional.of(frame().withHeight(height));
    }
  }

  private void scan(int start, int length) {
    if (frame.isEmpty()) {
      throw damaged("has no frame header before its data");
    }
    if (++scans > MAX_SCANS) {
      throw damaged("has more than %d scans".formatted(MAX_SCANS));
    }
    bytes.skip(2);
    int count = bytes.u8();
    if (count < 1 || count > 4 || length != 6 + 2 * count) {
      throw brokenSegment(0xda, start);
    }
    stream.write(0xff);
    stream.write(0xda);
    stream.write(file, start, 3);
    var inThisScan = new ArrayList<Integer>();
    for (int index = 0; index < count; index++) {
      int number = componentNumber(bytes.u8(), inThisScan, start);
      inThisScan.add(number);
      if (!scanned.contains(number)) {
        scanned.add(number);
      }
      stream.write(number);
      stream.write(bytes.u8());
    }
    int data = bytes.position();
    skipScanData();
    stream.write(file, data, bytes.position() - data);
  }

  /** The place in the frame, from 1, of a component; files exist that name several the same. */
  private int componentNumber(int id, ArrayList<Integer> taken, int start) {
    var components = frame().components();
    for (int index = 0; index < components.size(); index++) {
      if (components.get(index).id() == id && !taken.contains(index + 1)) {
        return index + 1;
      }
    }
    throw brokenSegment(0xda, start);
  }

  /** Goes over three bytes of spectral selection and the entropy-coded data to the next marker. */
  private void skipScanData() {
    int at = Math.min(bytes.position() + 3, file.length);
    while (at < file.length - 1) {
      int next = file[at + 1] & 0xff;
      boolean marker = (file[at] & 0xff) == 0xff && next != 0 && next != 0xff;
      if (marker && (next < 0xd0 || next > 0xd7)) {
        break;
      }
      at++;
    }
    bytes.seek(at >= file.length - 1 ? file.length : at);
  }

  private void keep(int marker, int start, int length) {
    stream.write(0xff);
    stream.write(marker);
    stream.write(file, start, length);
  }

  private ImageException cutBeforePicture() {
    return scans > 0
        ? bytes.cut()
        : new ImageException(
            "the JPEG ends after %,d bytes, before its picture begins; copy the file again"
                .formatted(file.length));
  }

  private static ImageException brokenSegment(int marker, int start) {
    return damaged("has a broken segment (marker FF%02X) at byte %,d".formatted(marker, start - 2));
  }

  private static ImageException damaged(String how) {
    return new ImageException("the JPEG is damaged: it " + how + "; copy the file again");
  }

  static String latin(byte[] file, int from, int to) {
    return new String(file, from, Math.max(0, to - from), StandardCharsets.ISO_8859_1);
  }
}
