package org.magicanime.dataset.web;

import jakarta.ws.rs.DefaultValue;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.review.QueueFilter;

/// What is asked of the queue. Empty says any.
public final class QueueParams {
    @RestQuery
    @DefaultValue("")
    String subset = "";

    @RestQuery
    @DefaultValue("")
    String film = "";

    @RestQuery
    @DefaultValue("")
    String style = "";

    @RestQuery
    @DefaultValue("")
    String title = "";

    QueueFilter filter() {
        return new QueueFilter(
                subset.isEmpty() ? null : ReviewsResource.subset(subset),
                ItemQuery.orNull(film.strip()),
                ItemQuery.orNull(style),
                ItemQuery.orNull(title.strip()));
    }

    public String getSubset() {
        return subset;
    }

    public String getFilm() {
        return film;
    }

    public String getStyle() {
        return style;
    }

    public String getTitle() {
        return title;
    }

    public List<String> getStyles() {
        return Pages.STYLES;
    }

    public List<String> getSubsets() {
        return Arrays.stream(DataSubset.values()).map(DataSubset::toString).toList();
    }

    /// Where its items are, for the page's script.
    public String getAddress() {
        return "/api/reviews/queue?subset=" + ItemLink.encoded(subset) + "&film=" + ItemLink.encoded(film) + "&style="
                + ItemLink.encoded(style) + "&title=" + ItemLink.encoded(title);
    }
}
