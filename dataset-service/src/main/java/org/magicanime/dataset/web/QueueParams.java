package org.magicanime.dataset.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.review.Look;
import org.magicanime.dataset.domain.review.QueueFilter;
import org.magicanime.dataset.domain.review.Sample;
import org.magicanime.dataset.domain.review.ValueFilter;

/// What is asked of the queue. Empty says any.
public final class QueueParams {
    private static final String BELOW = "below";
    private static final String ABOVE = "above";

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

    @RestQuery
    @DefaultValue("")
    String measure = "";

    @RestQuery
    @DefaultValue("below")
    String side = BELOW;

    @RestQuery
    @DefaultValue("")
    String value = "";

    @RestQuery
    @DefaultValue("first")
    String look = "first";

    @RestQuery
    @DefaultValue("200")
    int size = Sample.USUAL.size();

    @RestQuery
    @DefaultValue("1")
    long seed = Sample.USUAL.seed();

    /// @param reviewer who looks; empty of who says no name
    /// @throws BadRequestException if one of the words cannot be; says which can
    QueueFilter filter(String reviewer) {
        if (look() == Look.SAMPLE && subset.isEmpty()) {
            throw new BadRequestException("a sample is one of a subset; choose one");
        }
        if (look() == Look.SAMPLE && measured() != null) {
            throw new BadRequestException("a sample is one of all that was kept; leave the measured value out");
        }
        return new QueueFilter(
                subset.isEmpty() ? null : ReviewsResource.subset(subset),
                ItemQuery.orNull(film.strip()),
                ItemQuery.orNull(style),
                ItemQuery.orNull(title.strip()),
                measured(),
                look(),
                sample(),
                reviewer);
    }

    private @Nullable ValueFilter measured() {
        if (measure.isBlank() && value.isBlank()) {
            return null;
        }
        if (!side.equals(BELOW) && !side.equals(ABOVE)) {
            throw new BadRequestException("'" + side + "' is no side of a value; there are below and above");
        }
        try {
            return new ValueFilter(measure.strip(), side.equals(BELOW), Double.parseDouble(value.strip()));
        } catch (NumberFormatException e) {
            throw new BadRequestException("'" + value + "' is no number that " + measure + " can be held against", e);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    private Sample sample() {
        try {
            return new Sample(size, seed);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    private Look look() {
        return Arrays.stream(Look.values())
                .filter(each -> each.toString().equals(look))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("there is nothing to look at like '" + look + "'; there are "
                        + Arrays.toString(Look.values())));
    }

    public int getSize() {
        return size;
    }

    public long getSeed() {
        return seed;
    }

    public String getLook() {
        return look;
    }

    /// The same without the measured value, as an address.
    public String getUnmeasured() {
        return address() + "&measure=&value=";
    }

    public String getMeasure() {
        return measure;
    }

    public String getSide() {
        return side;
    }

    public String getValue() {
        return value;
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

    /// What is asked for, as the page's script says it to the service.
    public String getAddress() {
        return address() + "&measure=" + ItemLink.encoded(measure) + "&side=" + ItemLink.encoded(side) + "&value="
                + ItemLink.encoded(value);
    }

    private String address() {
        return "look=" + ItemLink.encoded(look) + "&size=" + size + "&seed=" + seed + "&subset="
                + ItemLink.encoded(subset) + "&film=" + ItemLink.encoded(film) + "&style=" + ItemLink.encoded(style)
                + "&title=" + ItemLink.encoded(title);
    }
}
