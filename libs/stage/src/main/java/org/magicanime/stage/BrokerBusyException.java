package org.magicanime.stage;

import org.magicanime.contracts.Busy;

/// The broker did not acknowledge in time.
final class BrokerBusyException extends RuntimeException implements Busy {
    private static final long serialVersionUID = 1L;

    BrokerBusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
