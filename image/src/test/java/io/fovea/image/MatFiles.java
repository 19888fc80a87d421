package io.fovea.image;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;

/** Small MATLAB files; those of versions 5 to 7 by SciPy 1.17 ({@code scipy.io.savemat}). */
final class MatFiles {
  /** {@code {'A': array([[1., 2., 3.], [4., 5., 6.]])}}, not compressed. */
  static final byte[] PLAIN =
      bytes(
          "TUFUTEFCIDUuMCBNQVQtZmlsZSBQbGF0Zm9ybTogcG9zaXgsIENyZWF0ZWQgb246IFR1ZSBOb3YgMjQg"
              + "MTA6NDk6MTEgMjAyNgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
              + "AAAAAAABSU0OAAAAYAAAAAYAAAAIAAAABgAAAAAAAAAFAAAACAAAAAIAAAADAAAAAQABAEEAAAAJAAAA"
              + "MAAAAAAAAAAAAPA/AAAAAAAAEEAAAAAAAAAAQAAAAAAAABRAAAAAAAAACEAAAAAAAAAYQA==");

  /** {@code {'A': arange(24, dtype='u1').reshape(2, 3, 4)}}, compressed. */
  static final byte[] THREE_DIMENSIONS =
      bytes(
          "TUFUTEFCIDUuMCBNQVQtZmlsZSBQbGF0Zm9ybTogcG9zaXgsIENyZWF0ZWQgb246IFR1ZSBOb3YgMjQg"
              + "MTA6NDk6MTEgMjAyNgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
              + "AAAAAAABSU0PAAAAQgAAAHicLcjZEYAgFEPRxw7KrqDt2IH9V0MYSOb83EhEP2iw4GhNgQcOAuTuDP92"
              + "f2fwMtubBVVc41HXo4tkrvMZRFwCAQ==");

  /** Two matrices A and B as in {@link #PLAIN}, and the text 'hi'. */
  static final byte[] SEVERAL =
      bytes(
          "TUFUTEFCIDUuMCBNQVQtZmlsZSBQbGF0Zm9ybTogcG9zaXgsIENyZWF0ZWQgb246IFR1ZSBOb3YgMjQg"
              + "MTA6NDk6MTEgMjAyNgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
              + "AAAAAAABSU0PAAAAOAAAAHic42NgYEgAYjYg5oDSIMAK5TMBMTMQMwKhI5DmBGIDBhj4YA+hBRygAlBa"
              + "BEpzQGkJBwCeRQPEDwAAADgAAAB4nONjYGBIAGI2IOaA0iDACuUzATEzEDMCoROQ5gRiAwYY+GAPoQUc"
              + "oAJQWgRKc0BpCQcAnoEDxQ8AAAArAAAAeJzjY2BgMABiNiDmAGIWBghghfIZgZgJTLMwlKRWlAgAeRmZ"
              + "DAwAKCIDDg==");

  /** A complex matrix z. */
  static final byte[] COMPLEX =
      bytes(
          "TUFUTEFCIDUuMCBNQVQtZmlsZSBQbGF0Zm9ybTogcG9zaXgsIENyZWF0ZWQgb246IFR1ZSBOb3YgMjQg"
              + "MTA6NDk6MTEgMjAyNgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
              + "AAAAAAABSU0PAAAAPgAAAHic42NgYJgBxGxAzAGiQQQQsEL5TEDMDMSMQFgFpDmB2IABBj7YQ2gBB6gA"
              + "lBaB0hxQWsIBuz7CNABYKQuQ");

  /** A struct s. */
  static final byte[] STRUCT =
      bytes(
          "TUFUTEFCIDUuMCBNQVQtZmlsZSBQbGF0Zm9ybTogcG9zaXgsIENyZWF0ZWQgb246IFR1ZSBOb3YgMjQg"
              + "MTA6NDk6MTEgMjAyNgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
              + "AAAAAAABSU0PAAAATwAAAHic42NgYFgAxGxAzAHETAwQwArlM8IxI0MxWJwFrIYRSFYAaT4gTkDSz4am"
              + "H6SWGWoGCHACsQEDDHywh9ACDlABKC0CpTmgtIQDAIKMBUo=");

  private MatFiles() {}

  /** A file of version 7.3 as jHDF writes it: HDF5, without the text that MATLAB puts in front. */
  static Path version73(Path folder, String name, String type, Object data) {
    var mat = folder.resolve("a.mat");
    try (var file = HdfFile.write(mat)) {
      file.putDataset(name, data).putAttribute("MATLAB_class", type);
    }
    return mat;
  }

  /**
   * {@code {'A': array([[1., 2., 3.], [4., 5., 6.]])}} laid out as MATLAB does: 512 bytes of its
   * own, then HDF5 with superblock 0 and base address 512, in deflated chunks of 2 × 2. Written by
   * h5import and h5repack of HDF5 1.10.8.
   */
  static byte[] version73() throws IOException {
    try (var in = MatFiles.class.getResourceAsStream("version73.mat")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
