package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PackingTest {

  @Test
  void packsWhatUnpacksToTheSame() throws IOException {
    var plain = new byte[5000];
    plain[17] = 3;
    byte[] packed = Packing.gzip(plain, new Packing.Way(1, Deflater.DEFAULT_STRATEGY));
    assertThat(packed).hasSizeLessThan(200);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain);
    }
  }
}
