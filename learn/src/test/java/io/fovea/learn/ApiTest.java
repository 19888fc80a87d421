package io.fovea.learn;

import io.fovea.testing.PublicSurface;
import org.junit.jupiter.api.Test;

class ApiTest {
  @Test
  void thePublicSurfaceIsAsWritten() {
    PublicSurface.ofModuleOf(Trainer.class).check();
  }
}
