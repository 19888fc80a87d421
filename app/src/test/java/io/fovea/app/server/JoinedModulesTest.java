package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JoinedModulesTest {
  @Test
  void aModuleRunsAfterThoseThatItImports() {
    var modules =
        Map.of(
            "page/main.js",
            "import { tell, other as o } from './part/a.js';\nimport './b.js';\ntell(o);\n",
            "page/part/a.js",
            "import b from '../b.js';\nexport function tell(x) {}\nexport const other = b;\n",
            "page/b.js",
            "import { html } from 'lit-html';\nexport default {\n  a: html,\n};\n");

    assertThat(JoinedModules.of("page/main.js", modules::get))
        .isEqualTo(
            """
            import * as library0 from 'lit-html';

            // page/b.js
            const module3 = (() => {
            const { html } = library0;
            const given = {
              a: html,
            };
            return {default: given};
            })();

            // page/part/a.js
            const module2 = (() => {
            const b = module3.default;
            function tell(x) {}
            const other = b;
            return {tell, other};
            })();

            // page/main.js
            const module1 = (() => {
            const { tell, other: o } = module2;

            tell(o);
            return {};
            })();
            """);
  }

  @Test
  void linesOfCommentStayBehind() {
    String module = "// What it is.\n\n/**\n * Tells.\n */\nexport const a = 1; // here\n";

    assertThat(JoinedModules.of("a.js", path -> module))
        .isEqualTo(
            "\n// a.js\nconst module1 = (() => {\n\nconst a = 1; // here\nreturn {a};\n})();\n");
  }

  @Test
  void whatIsImportedLaterStaysAModuleOfItsOwn() {
    String module = "export async function a() {\n  await import('./later.js');\n}\n";

    assertThat(JoinedModules.of("a.js", Map.of("a.js", module)::get))
        .contains("await import('./later.js');");
  }

  @Test
  void aFormThatItDoesNotKnowIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JoinedModules.of("a.js", path -> "export { a };\n"))
        .withMessage("a.js: can't be joined with others: export { a };");
  }

  @Test
  void aCircleIsRefused() {
    var modules = Map.of("a.js", "import './b.js';\n", "b.js", "import './a.js';\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JoinedModules.of("a.js", modules::get))
        .withMessage("a.js imports itself, by way of others");
  }
}
