package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.VideoSegmented;

class SyntheticFilmTest {
    private final List<PipelineEvent> events = new SyntheticFilm(7).events();

    @Test
    void itHasAsManyEventsAndRowsAsItSays() {
        long spans = all(ClipPosed.class).stream()
                .mapToLong(clip -> clip.spans().size())
                .sum();
        assertThat(events).hasSize(SyntheticFilm.EVENTS);
        assertThat(events.size() + spans).isEqualTo(SyntheticFilm.ROWS);
    }

    @Test
    void everyFrameIsInOnePlace() {
        VideoSegmented film = all(VideoSegmented.class).getFirst();
        long kept = all(ClipCut.class).stream()
                .mapToLong(clip -> clip.span().frames())
                .sum();
        long posed =
                all(ClipPosed.class).stream().mapToLong(ClipPosed::framesKept).sum();
        assertThat(kept).isEqualTo(film.framesKept());
        assertThat(kept + rejected("segment")).isEqualTo(film.frames());
        assertThat(posed + rejected("keypoint")).isEqualTo(kept);
    }

    @Test
    void noTwoFilmsAreTheSame() {
        Set<String> ids = IntStream.range(0, 1000)
                .mapToObj(
                        number -> new SyntheticFilm(number).events().getFirst().itemId())
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(1000);
        assertThat(new SyntheticFilm(7).events()).isEqualTo(events);
    }

    private long rejected(String stage) {
        return all(ItemRejected.class).stream()
                .filter(item -> item.stage().equals(stage))
                .mapToLong(ItemRejected::frames)
                .sum();
    }

    private <E extends PipelineEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
