/** The local web server of the page. */
@org.jspecify.annotations.NullMarked
package io.fovea.app.server;
