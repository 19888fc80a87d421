package io.fovea.zoo;

import io.fovea.testing.PublicSurface;
import org.junit.jupiter.api.Test;

class ApiTest {
  @Test
  void thePublicSurfaceIsAsWritten() {
    PublicSurface.ofModuleOf(Models.class).check();
  }
}
