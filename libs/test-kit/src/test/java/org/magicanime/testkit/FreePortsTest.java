package org.magicanime.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void portsAreFreeAndDifferentAndNoneIsOneThatAnOutgoingConnectionTakes() throws IOException {
        String[] outgoing;
        // Such files answer the first read only; readString begins with a small one.
        try (BufferedReader range = Files.newBufferedReader(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))) {
            outgoing = range.readLine().split("\\s+");
        }
        int first = Integer.parseInt(outgoing[0]);
        int last = Integer.parseInt(outgoing[1]);
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            int port = FreePorts.next();
            assertThat(port)
                    .satisfiesAnyOf(
                            p -> assertThat(p).isLessThan(first),
                            p -> assertThat(p).isGreaterThan(last));
            assertThat(given.add(port)).isTrue();
            try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(server.getLocalPort()).isEqualTo(port);
            }
        }
    }
}
