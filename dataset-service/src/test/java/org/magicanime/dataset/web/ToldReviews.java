package org.magicanime.dataset.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.dataset.messaging.DatasetServers;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.HeardEvents;

/// What the broker has of decisions, those about one item in the order in which they were told.
final class ToldReviews {
    private ToldReviews() {}

    static List<ReviewDecided> where(Predicate<ReviewDecided> wanted) {
        return HeardEvents.soFar(DatasetServers.running().bootstrapServers(), "review.decided.v1").stream()
                .map(each -> {
                    ReviewDecided decided = EventJson.readEvent(each.value(), ReviewDecided.class);
                    assertThat(each.key()).isEqualTo(decided.itemId());
                    return decided;
                })
                .filter(wanted)
                .toList();
    }
}
