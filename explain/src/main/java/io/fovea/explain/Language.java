package io.fovea.explain;

/** The languages that Fovea explains in. */
public enum Language {
  /** English. */
  ENGLISH("en"),
  /** Korean. */
  KOREAN("ko");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The language's tag, as a page's {@code lang} has it: {@code en}, {@code ko}. */
  public String tag() {
    return tag;
  }
}
