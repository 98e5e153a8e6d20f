package org.magicanime.stage;

import java.util.HashMap;
import java.util.Map;

/// How clients that we make ourselves reach the broker: by the same settings as the channels (`kafka.` in the
/// configuration), so that a broker that wants TLS and credentials gets them from all of a service's clients.
public final class BrokerSettings {
    private static final String GROUP = "group.id";

    private final Map<String, Object> settings;

    private BrokerSettings(Map<String, ?> settings) {
        this.settings = Map.copyOf(settings);
    }

    /// A broker that wants nothing else.
    public static BrokerSettings at(String bootstrapServers) {
        return new BrokerSettings(Map.of("bootstrap.servers", bootstrapServers));
    }

    /// @param settings as Kafka's clients have them; a consumer group among them is left out, since a client that looks
    ///     at records beside the group must not commit for it
    static BrokerSettings of(Map<String, ?> settings) {
        Map<String, Object> without = new HashMap<>(settings);
        without.remove(GROUP);
        return new BrokerSettings(without);
    }

    /// The settings of one client.
    ///
    /// @param own what that client wants besides; they win
    public Map<String, Object> with(Map<String, String> own) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(own);
        return all;
    }
}
