package org.magicanime.dataset.web.access;

import java.net.InetAddress;

/// Addresses that only this machine reaches.
public final class Loopback {
    private Loopback() {}

    /// Asks no name server: a name other than `localhost` may point elsewhere tomorrow.
    ///
    /// @param host a name or an address, IPv6 with or without brackets, without port
    public static boolean is(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
