package io.fovea.image;

import io.fovea.testing.PublicSurface;
import org.junit.jupiter.api.Test;

class ApiTest {
  @Test
  void thePublicSurfaceIsAsWritten() {
    PublicSurface.ofModuleOf(Picture.class).check();
  }
}
