package io.fovea;

import io.fovea.learn.BrokenFiles;
import io.fovea.learn.TrainingListener;
import io.fovea.network.Network;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What goes on round a {@link Training} without changing what is learned.
 *
 * @param checkpoint the file that its state is kept in, if any
 * @param listener told how it goes
 * @param provenance what the card of the network will say of it
 * @param brokenFiles what becomes of pictures that can't be read
 * @param kept which of its networks is kept
 * @param finish what is done to that network at the end
 */
record Manner(
    Optional<Path> checkpoint,
    TrainingListener listener,
    Provenance provenance,
    BrokenFiles brokenFiles,
    Kept kept,
    UnaryOperator<Network> finish) {
  /**
   * Nobody watches, nothing is kept on the way, a broken file ends it, the best network is kept.
   */
  static Manner of(Provenance provenance, UnaryOperator<Network> finish) {
    return new Manner(
        Optional.empty(), TrainingListener.none(), provenance, BrokenFiles.FAIL, Kept.BEST, finish);
  }

  Manner withCheckpoint(Path file) {
    return new Manner(Optional.of(file), listener, provenance, brokenFiles, kept, finish);
  }

  Manner withListener(TrainingListener newListener) {
    return new Manner(checkpoint, newListener, provenance, brokenFiles, kept, finish);
  }

  Manner withProvenance(Provenance newProvenance) {
    return new Manner(checkpoint, listener, newProvenance, brokenFiles, kept, finish);
  }

  Manner skippingBroken() {
    return new Manner(checkpoint, listener, provenance, BrokenFiles.SKIP, kept, finish);
  }

  Manner withKept(Kept newKept) {
    return new Manner(checkpoint, listener, provenance, brokenFiles, newKept, finish);
  }
}
