package io.fovea.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.Semaphore;

/**
 * What all people of a soak share.
 *
 * @param http their connections
 * @param page its address, with the token
 * @param tally what became of all they asked
 * @param cameras how many of them may be live at once
 */
record PageHost(HttpClient http, URI page, PageTally tally, Semaphore cameras) {

  /** The page as the server knows where requests come from. */
  String origin() {
    return page.getScheme() + "://" + page.getAuthority();
  }
}
