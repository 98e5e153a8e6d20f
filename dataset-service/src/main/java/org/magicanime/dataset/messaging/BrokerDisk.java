package org.magicanime.dataset.messaging;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.TopicFlows.Disk;

/// Room where brokers keep their records.
final class BrokerDisk {
    private BrokerDisk() {}

    /// The fullest of all disks of all brokers; absent if none of them says.
    static @Nullable Disk fullest(Admin admin) throws ExecutionException, InterruptedException {
        List<Integer> brokers =
                admin.describeCluster().nodes().get().stream().map(Node::id).toList();
        return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(folders -> folders.values().stream())
                .filter(folder ->
                        folder.usableBytes().isPresent() && folder.totalBytes().isPresent())
                .map(folder -> new Disk(
                        folder.usableBytes().getAsLong(), folder.totalBytes().getAsLong()))
                .min(Comparator.comparingDouble(disk -> (double) disk.freeBytes() / disk.totalBytes()))
                .orElse(null);
    }
}
