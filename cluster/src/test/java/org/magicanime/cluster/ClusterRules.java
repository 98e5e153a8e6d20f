package org.magicanime.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// All checks of one overlay, so that a broken copy goes through the same ones as a good one.
final class ClusterRules {
    private ClusterRules() {}

    /// @return what is wrong
    static List<String> faults(List<JsonNode> documents) throws IOException, InterruptedException {
        Manifests manifests = new Manifests(documents);
        List<String> faults = new ArrayList<>();
        documents.forEach(document -> faults.addAll(StrictParser.faults(document)));
        faults.addAll(ScalingRules.faults(manifests));
        faults.addAll(WorkloadRules.faults(manifests));
        faults.addAll(NetworkRules.faults(manifests));
        faults.addAll(ReferenceRules.faults(manifests, madeSecrets()));
        faults.addAll(AccessRules.faults(manifests));
        manifests.of("PrometheusRule").forEach(rule -> faults.addAll(AlarmRules.faults(rule.path("spec"))));
        return faults;
    }

    /// The Secrets that are made before the first start.
    static List<JsonNode> madeSecrets() throws IOException, InterruptedException {
        return Documents.parse(Documents.printed(
                "bash", Repository.k8s().resolve("make-secrets").toString()));
    }
}
