package org.magicanime.dataset.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;
import org.magicanime.dataset.domain.review.QueueItem;
import org.magicanime.dataset.domain.review.Wish;

/// An item of the queue, with what a player needs.
///
/// @param subset that it is to be in
/// @param id the item
/// @param params what it was made with
/// @param outcome `kept` or `undecided`
/// @param title of its film
/// @param style of its film
/// @param span frames of the film, first to last
/// @param first the first of them
/// @param frames how many
/// @param framesPerSecond on average; absent if the film does not say
/// @param margin how near it is to a threshold, relative to that; absent where nothing was measured
/// @param nearest the test that decides its place; absent where nothing was measured
/// @param page address of its page
/// @param video address of its clip
/// @param overlay address of the clip with what was found drawn on it; absent where there is none
/// @param sound address of the sound that the clip lacks; absent where it has its own, or there is none
/// @param picture address of its first frame; absent where there is none
/// @param times address of a file with the time of each frame; absent where there is none
/// @param wishes of those who want it looked at again, the last one first; with `look=first` nobody does
/// @param vote of who looks: `accepted`, `rejected` or `trimmed`; absent of who has none
/// @param difficulty as a person said; absent where nobody did
public record QueueRow(
        String subset,
        String id,
        String params,
        String outcome,
        String title,
        String style,
        String span,
        long first,
        long frames,
        @Nullable Double framesPerSecond,
        @Nullable Double margin,
        @Nullable Measure nearest,
        String page,
        String video,
        @Nullable String overlay,
        @Nullable String sound,
        @Nullable String picture,
        @Nullable String times,
        List<Wish> wishes,
        @Nullable String vote,
        @Nullable String difficulty) {
    static QueueRow of(QueueItem item) {
        ItemLink link = new ItemLink(item.entry());
        FrameSpan span = item.entry().span();
        Map<String, ArtifactRef> files = item.files();
        return new QueueRow(
                item.subset().toString(),
                link.id(),
                item.entry().key().paramsHash(),
                link.outcome(),
                item.entry().title(),
                item.style(),
                link.span(),
                span == null ? 0 : span.first(),
                item.entry().frames(),
                item.framesPerSecond(),
                Double.isFinite(item.margin()) ? item.margin() : null,
                item.nearest(),
                link.href(),
                link.file("clip"),
                address(link, files, "overlay"),
                address(link, files, "sound"),
                address(link, files, "first-frame"),
                files.containsKey("crop") ? link.file("crop") : address(link, files, "frames"),
                item.wishes(),
                item.vote() == null ? null : item.vote().toString(),
                item.difficulty());
    }

    private static @Nullable String address(ItemLink link, Map<String, ArtifactRef> files, String name) {
        return files.containsKey(name) ? link.file(name) : null;
    }
}
