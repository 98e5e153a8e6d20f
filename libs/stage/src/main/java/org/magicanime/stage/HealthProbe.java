package org.magicanime.stage;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks a service of the same container whether it is well, for engines that can only start a program: images have no
/// shell to do it with.
public final class HealthProbe {
    private static final int TIMEOUT_MILLIS = 4_000;
    private static final int OK = 200;

    private HealthProbe() {}

    /// Ends with 0 if the address answers 200, else with 1 and the reason.
    ///
    /// @param args the address, such as `http://127.0.0.1:8080/q/health/ready`
    public static void main(String[] args) {
        String problem = problem(URI.create(args[0]));
        if (problem != null) {
            System.err.println(problem);
            System.exit(1);
        }
    }

    /// @return why the address does not say that all is well; null if it does
    static @org.jspecify.annotations.Nullable String problem(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                int status = connection.getResponseCode();
                return status == OK ? null : address + " answers " + status;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return address + " does not answer: " + e.getMessage();
        }
    }
}
