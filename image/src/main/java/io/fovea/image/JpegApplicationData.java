package io.fovea.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a JPEG's application segments say of its picture: JFIF, Adobe, EXIF, ICC profile. */
final class JpegApplicationData {
  private static final String EXIF = "Exif\0\0";
  private static final String PROFILE = "ICC_PROFILE\0";

  private boolean jfif;
  private Optional<Integer> adobeTransform = Optional.empty();
  private Orientation orientation = Orientation.UPRIGHT;
  private final Map<Integer, byte[]> profileParts = new TreeMap<>();

  /** Takes in the segment that lies from one place of the file up to another. */
  void add(int marker, byte[] file, int from, int to) {
    String name = JpegParser.latin(file, from, Math.min(to, from + PROFILE.length()));
    if (marker == 0xe0 && name.startsWith("JFIF\0")) {
      jfif = true;
    } else if (marker == 0xee && name.startsWith("Adobe") && to - from >= 12) {
      adobeTransform = Optional.of(file[from + 11] & 0xff);
    } else if (marker == 0xe1 && name.startsWith(EXIF) && orientation == Orientation.UPRIGHT) {
      orientation = Exif.orientation(Arrays.copyOfRange(file, from + EXIF.length(), to));
    } else if (marker == 0xe2 && name.startsWith(PROFILE) && to - from > 14) {
      profileParts.put(file[from + 12] & 0xff, Arrays.copyOfRange(file, from + 14, to));
    }
  }

  boolean jfif() {
    return jfif;
  }

  Optional<Integer> adobeTransform() {
    return adobeTransform;
  }

  Orientation orientation() {
    return orientation;
  }

  /** The parts of the ICC profile in their order. */
  Optional<byte[]> profile() {
    if (profileParts.isEmpty()) {
      return Optional.empty();
    }
    var whole = new ByteArrayOutputStream();
    profileParts.values().forEach(part -> whole.write(part, 0, part.length));
    return Optional.of(whole.toByteArray());
  }
}
