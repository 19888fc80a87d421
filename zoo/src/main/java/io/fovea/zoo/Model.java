package io.fovea.zoo;

import io.fovea.image.Preprocessing;
import io.fovea.network.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A network together with what its file doesn't say of it; immutable, for any number of threads.
 *
 * @param network its layers and parameters
 * @param card how pictures become its input, the names of its classes, whose it is
 * @param file the file it was read from; empty for one made in code or bundled with Fovea
 * @param notice a sentence for whoever asked for it by a name, where it is another model than that
 *     name mostly means
 */
public record Model(Network network, Card card, Optional<Path> file, Optional<String> notice) {
  /** A model made in code. */
  public static Model of(Network network, Card card) {
    return new Model(network, card, Optional.empty(), Optional.empty());
  }

  /** The same with what must be said of it. */
  Model withNotice(Optional<String> newNotice) {
    return new Model(network, card, file, newNotice);
  }

  /** Its name. */
  public String name() {
    return card.name();
  }

  /** A name for each score, in order; empty where they have none. */
  public List<String> classes() {
    return card.classes();
  }

  /** How a picture becomes its input. */
  public Preprocessing preprocessing() {
    return card.preprocessing();
  }
}
