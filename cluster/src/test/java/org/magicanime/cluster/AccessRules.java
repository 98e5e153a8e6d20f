package org.magicanime.cluster;

import static org.magicanime.cluster.Manifests.name;
import static org.magicanime.cluster.Manifests.stream;
import static org.magicanime.cluster.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.magicanime.stage.Topics;

/// What the broker allows each service is what it needs to hear and tell, and the store's policies are those of the
/// services.
final class AccessRules {
    private static final Topics TOPICS = Topics.catalogue();
    private static final String LEDGER = "dataset";

    private final Manifests manifests;
    private final List<String> faults = new ArrayList<>();

    private AccessRules(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> faults(Manifests manifests) {
        AccessRules rules = new AccessRules(manifests);
        manifests.stages().forEach(stage -> rules.stage(stage.service()));
        manifests.of("KafkaUser").forEach(rules::user);
        return rules.faults;
    }

    private void stage(String service) {
        JsonNode user = manifests.find("KafkaUser", service + "-service").orElse(null);
        if (user == null) {
            faults.add("there is no KafkaUser of " + service);
            return;
        }
        check(allowed(user, "group", service, "Read"), title(user) + ": may not be a member of the group " + service);
        check(
                allowed(user, "topic", TOPICS.figures().topic(), "Write"),
                title(user) + ": may not tell " + TOPICS.figures().topic());
        for (Repository.Channel channel : Repository.channels(service)) {
            check(allowed(user, "topic", channel.topic(), "Read"), title(user) + ": may not read " + channel.topic());
            if (!channel.topic().endsWith(".dlq")) {
                String letters = Topics.deadLetters(channel.topic(), service);
                // The ledger has none for some of what it hears.
                check(
                        !TOPICS.deadLetterTopics().contains(letters) || allowed(user, "topic", letters, "Write"),
                        title(user) + ": may not write " + letters);
            }
        }
        Set<String> heard = Repository.channels(service).stream()
                .map(Repository.Channel::topic)
                .collect(Collectors.toSet());
        if (!service.equals(LEDGER)) {
            Set<String> more = new TreeSet<>(topics(user, "Read"));
            more.removeAll(heard);
            check(more.isEmpty(), title(user) + ": may read " + more + ", and does not hear it");
        }
    }

    private void user(JsonNode user) {
        Set<String> all = new TreeSet<>(TOPICS.deadLetterTopics());
        TOPICS.topics().forEach(topic -> all.add(topic.name()));
        all.add(TOPICS.figures().topic());
        all.add("*");
        for (JsonNode acl : acls(user)) {
            JsonNode resource = acl.path("resource");
            String topic = resource.path("name").asText();
            check(
                    !resource.path("type").asText().equals("topic") || all.contains(topic),
                    title(user) + ": there is no topic " + topic);
            for (JsonNode operation : acl.path("operations")) {
                check(
                        Set.of("Describe", "Read", "Write").contains(operation.asText()),
                        title(user) + ": may " + operation.asText());
            }
            boolean any = topic.equals("*");
            boolean onlyDescribes = acl.path("operations").size() == 1
                    && acl.path("operations").path(0).asText().equals("Describe");
            check(
                    !any || onlyDescribes || name(user).equals(LEDGER + "-service"),
                    title(user) + ": may more than ask of all");
        }
    }

    private static Iterable<JsonNode> acls(JsonNode user) {
        return user.path("spec").path("authorization").path("acls");
    }

    private static Set<String> topics(JsonNode user, String operation) {
        return stream(user.path("spec").path("authorization").path("acls"))
                .filter(acl -> acl.path("resource").path("type").asText().equals("topic"))
                .filter(acl -> stream(acl.path("operations"))
                        .anyMatch(each -> each.asText().equals(operation)))
                .map(acl -> acl.path("resource").path("name").asText())
                .collect(Collectors.toSet());
    }

    private static boolean allowed(JsonNode user, String type, String name, String operation) {
        return stream(user.path("spec").path("authorization").path("acls"))
                .anyMatch(acl -> acl.path("resource").path("type").asText().equals(type)
                        && Set.of(name, "*")
                                .contains(acl.path("resource").path("name").asText())
                        && stream(acl.path("operations"))
                                .anyMatch(each -> each.asText().equals(operation)));
    }

    private void check(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
