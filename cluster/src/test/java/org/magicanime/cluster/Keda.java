package org.magicanime.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Strict models of KEDA's kinds, of which there are none on Maven Central: as many fields as the manifests use, of
/// those that KEDA 2.21 has (`config/crd/bases` of its Go module).
final class Keda {
    /// What its Kafka scaler reads of a trigger's metadata; what else stands there it ignores without a word
    /// (`schema/generated/scalers-schema.json` of KEDA 2.21.0, names with `metadataVariableReadable`).
    static final Set<String> KAFKA_METADATA = Set.of(
            "bootstrapServers",
            "consumerGroup",
            "topic",
            "partitionLimitation",
            "lagThreshold",
            "activationLagThreshold",
            "offsetResetPolicy",
            "allowIdleConsumers",
            "excludePersistentLag",
            "scaleToZeroOnInvalidOffset",
            "limitToPartitionsWithLag",
            "ensureEvenDistributionOfPartitions",
            "fullMetadata",
            "version",
            "tls",
            "unsafeSsl",
            "sasl",
            "saslTokenProvider",
            "awsRegion");

    /// Likewise, of a TriggerAuthentication.
    static final Set<String> KAFKA_AUTHENTICATION =
            Set.of("tls", "ca", "cert", "key", "keyPassword", "sasl", "username", "password", "saslTokenProvider");

    private Keda() {}

    record Metadata(
            String name,
            @Nullable String namespace,
            @Nullable Map<String, String> labels) {}

    record ScaledObject(String apiVersion, String kind, Metadata metadata, ScaledObjectSpec spec) {}

    record ScaledObjectSpec(
            @JsonProperty(required = true) Target scaleTargetRef,
            @Nullable Integer pollingInterval,
            @Nullable Integer cooldownPeriod,
            @Nullable Integer minReplicaCount,
            @Nullable Integer maxReplicaCount,
            @Nullable Advanced advanced,
            @JsonProperty(required = true) List<Trigger> triggers) {}

    record Target(String name) {}

    record Advanced(Autoscaler horizontalPodAutoscalerConfig) {}

    record Autoscaler(Behavior behavior) {}

    record Behavior(Scaling scaleUp, Scaling scaleDown) {}

    record Scaling(int stabilizationWindowSeconds, List<Policy> policies) {}

    record Policy(String type, int value, int periodSeconds) {}

    record Trigger(
            String type,
            Map<String, String> metadata,
            @Nullable Reference authenticationRef) {}

    record Reference(String name) {}

    record TriggerAuthentication(String apiVersion, String kind, Metadata metadata, TriggerAuthenticationSpec spec) {}

    record TriggerAuthenticationSpec(
            @Nullable List<Parameter> secretTargetRef,
            @Nullable List<Parameter> configMapTargetRef) {}

    record Parameter(String parameter, String name, String key) {}
}
