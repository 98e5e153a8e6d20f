package org.magicanime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.magicanime.stage.Topics;

/// Files that are made from others are as those would make them. `-Dcluster.write` writes them.
class GeneratedFilesTest {
    private static final String WRITE = "mvn -pl cluster -am test -Dtest=GeneratedFilesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dcluster.write";
    /// In a cluster a record survives two brokers.
    private static final int COPIES = 3;

    private static final int SEGMENTS = 4;

    @Test
    void topicsOfTheClusterAreThoseOfTheOneFile() throws IOException {
        Topics topics = Topics.catalogue();
        StringBuilder yaml = new StringBuilder("# Made from contracts' topics.json: " + WRITE + "\n");
        String kept = "retention.ms: " + topics.retentionMs();
        topics.topics().forEach(topic -> yaml.append(topic(topic.name(), topics.partitions(), kept)));
        topics.deadLetterTopics().forEach(topic -> yaml.append(topic(topic, 1, kept)));
        long figures = topics.figures().retentionMs();
        yaml.append(
                topic(topics.figures().topic(), 1, "retention.ms: " + figures + ", segment.ms: " + figures / SEGMENTS));

        isAsMade(Repository.k8s().resolve("base/kafka/topics.yaml"), yaml.toString());
    }

    private static String topic(String name, int partitions, String config) {
        return """
                ---
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaTopic
                metadata:
                  name: %s
                  labels: {strimzi.io/cluster: magicanime}
                spec:
                  partitions: %d
                  replicas: %d
                  config: {%s}
                """.formatted(name, partitions, COPIES, config);
    }

    /// Prometheus takes the specification of a PrometheusRule as it is.
    @Test
    void alarmsOfComposeAreThoseOfTheCluster() throws IOException {
        String rule = Repository.read(Repository.k8s().resolve("components/monitoring/alarms.yaml"));
        String groups = rule.substring(rule.indexOf("  groups:\n"))
                .lines()
                .map(line -> line.substring(Math.min(line.length(), 2)))
                .collect(Collectors.joining("\n", "", "\n"));

        isAsMade(
                Repository.home().resolve("docker/prometheus/alarms.yaml"),
                "# Made from k8s/components/monitoring/alarms.yaml: " + WRITE + "\n" + groups);
    }

    private static void isAsMade(Path file, String made) throws IOException {
        if (System.getProperty("cluster.write") != null) {
            Files.writeString(file, made);
        }
        assertThat(Repository.read(file))
                .as(file + ", to be written by " + WRITE)
                .isEqualTo(made);
    }
}
