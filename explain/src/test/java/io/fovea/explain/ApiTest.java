package io.fovea.explain;

import io.fovea.testing.PublicSurface;
import org.junit.jupiter.api.Test;

class ApiTest {
  @Test
  void thePublicSurfaceIsAsWritten() {
    PublicSurface.ofModuleOf(ChannelStatistics.class).check();
  }
}
