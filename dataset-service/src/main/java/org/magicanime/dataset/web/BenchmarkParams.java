package org.magicanime.dataset.web;

import jakarta.ws.rs.BadRequestException;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Difficulty;
import org.magicanime.dataset.domain.benchmark.BenchmarkRules;

/// What cases of a benchmark are chosen by, in an address.
public final class BenchmarkParams {
    private static final int MOST = 100_000;

    /// Absent where the usual number is meant.
    @RestQuery
    @Nullable
    Integer faces;

    @RestQuery
    @Nullable
    Integer motions;

    @RestQuery
    @Nullable
    Integer perTitle;

    @RestQuery
    @Nullable
    Long seed;

    /// @throws BadRequestException if there can be no such benchmark; says why
    BenchmarkRules rules() {
        if (getFaces() > MOST || getMotions() > MOST) {
            throw new BadRequestException("a benchmark has at most " + MOST + " cases of a kind");
        }
        try {
            return new BenchmarkRules(getFaces(), getMotions(), getPerTitle(), getSeed());
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    public int getFaces() {
        return faces == null ? BenchmarkRules.DEFAULT.faces() : faces;
    }

    public int getMotions() {
        return motions == null ? BenchmarkRules.DEFAULT.motions() : motions;
    }

    public int getPerTitle() {
        return perTitle == null ? BenchmarkRules.DEFAULT.perTitle() : perTitle;
    }

    public long getSeed() {
        return seed == null ? BenchmarkRules.DEFAULT.seed() : seed;
    }

    /// Difficulties that a person may say.
    public List<String> getGrades() {
        return Difficulty.words();
    }

    /// The same in an address.
    public String getQuery() {
        return "faces=" + getFaces() + "&motions=" + getMotions() + "&perTitle=" + getPerTitle() + "&seed=" + getSeed();
    }

    /// The command that freezes what is chosen, without the options that say what is so anyway.
    public String getCommand() {
        BenchmarkRules usual = BenchmarkRules.DEFAULT;
        return "./magicanime benchmark freeze NAME"
                + (getFaces() == usual.faces() ? "" : " --faces " + getFaces())
                + (getMotions() == usual.motions() ? "" : " --motions " + getMotions())
                + (getPerTitle() == usual.perTitle() ? "" : " --per-title " + getPerTitle())
                + (getSeed() == usual.seed() ? "" : " --seed " + getSeed());
    }
}
