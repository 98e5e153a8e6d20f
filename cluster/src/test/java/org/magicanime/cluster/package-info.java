/// Holds `k8s/`, `docker/` and the alarms against each other and against what services are, without a cluster.
@org.jspecify.annotations.NullMarked
package org.magicanime.cluster;
