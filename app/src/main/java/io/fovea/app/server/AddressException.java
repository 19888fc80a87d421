package io.fovea.app.server;

import io.fovea.tensor.FoveaException;

/** An address that leads nowhere. */
final class AddressException extends FoveaException {
  private static final long serialVersionUID = 1L;

  private final AddressFault fault;

  AddressException(AddressFault fault) {
    super(fault.sentence());
    this.fault = fault;
  }

  /** Why it does. */
  AddressFault fault() {
    return fault;
  }
}
