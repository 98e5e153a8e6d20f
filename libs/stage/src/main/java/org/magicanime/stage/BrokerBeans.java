package org.magicanime.stage;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/// Takes what the configuration says of the broker from where the channels take it.
@Singleton
class BrokerBeans {
    @Produces
    @Singleton
    BrokerSettings settings(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        return BrokerSettings.of(settings);
    }
}
