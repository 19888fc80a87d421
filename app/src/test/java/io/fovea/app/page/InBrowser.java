package io.fovea.app.page;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the page in a browser: one browser and one server for all. After each test what is on
 * screen is kept, and the console must tell of no error.
 */
final class InBrowser implements ParameterResolver, AfterEachCallback {
  private static final Namespace OWN = Namespace.create(InBrowser.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Page.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return page(context);
  }

  private static Page page(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OWN)
        .computeIfAbsent(Page.class, any -> Page.start(), Page.class);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    Page page = context.getRoot().getStore(OWN).get(Page.class, Page.class);
    if (page != null) {
      String test = context.getRequiredTestMethod().getName();
      page.keep(context.getRequiredTestClass().getSimpleName() + "-" + test);
      if (context.getExecutionException().isPresent()) {
        page.cutOff(false); // a test that failed while it was cut off takes no other with it
      }
      page.checkConsole();
    }
  }
}
