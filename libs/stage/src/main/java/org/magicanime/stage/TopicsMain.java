package org.magicanime.stage;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/// Creates the topics of the catalogue on a broker that has none of its own to make them from (compose).
public final class TopicsMain {
    private TopicsMain() {}

    /// @param args the broker's address, and how many copies each partition has
    public static void main(String[] args) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", args[0]))) {
            Topics.catalogue().ensure(admin, Short.parseShort(args[1]));
        }
    }
}
