package io.fovea.bench;

import java.util.regex.Pattern;

/** What an answer of the page's server counts as. */
enum PageOutcome {
  /** It is what was asked for. */
  GOOD,
  /** The page didn't want it any more, and the server dropped it. */
  CANCELLED,
  /** The server had no room for it. */
  BUSY,
  /** Anything else: a fault of the server. */
  WRONG;

  private static final int OK = 200;
  private static final int DROPPED = 409;
  private static final int REFUSED = 503;

  /**
   * As the server says it of its queue and of what is sent; a lack of memory is told with the same
   * status.
   */
  private static final Pattern IS_FULL =
      Pattern.compile(
          "(the server has \\d+ requests waiting|\\d+ files are on their way to the server)"
              + "; try again in a moment");

  /**
   * Weighs an answer.
   *
   * @param wanted whether the page still waited for it
   */
  static PageOutcome of(PageAnswer answer, boolean wanted) {
    return switch (answer.status()) {
      case OK -> GOOD;
      case DROPPED -> wanted ? WRONG : CANCELLED;
      case REFUSED -> of(answer.sentence());
      default -> WRONG;
    };
  }

  /** Weighs a sentence that came in place of an answer. */
  static PageOutcome of(String sentence) {
    return IS_FULL.matcher(sentence).matches() ? BUSY : WRONG;
  }
}
