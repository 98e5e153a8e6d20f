package org.magicanime.dataset.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.contracts.Difficulty;
import org.magicanime.dataset.domain.benchmark.BenchmarkRules;

/// What cases of a benchmark are chosen by, in an address.
public final class BenchmarkParams {
    private static final int MOST = 100_000;

    @RestQuery
    @DefaultValue("100")
    int faces = BenchmarkRules.DEFAULT.faces();

    @RestQuery
    @DefaultValue("300")
    int motions = BenchmarkRules.DEFAULT.motions();

    @RestQuery
    @DefaultValue("20")
    int perTitle = BenchmarkRules.DEFAULT.perTitle();

    @RestQuery
    @DefaultValue("1")
    long seed = BenchmarkRules.DEFAULT.seed();

    /// @throws BadRequestException if there can be no such benchmark; says why
    BenchmarkRules rules() {
        if (faces > MOST || motions > MOST) {
            throw new BadRequestException("a benchmark has at most " + MOST + " cases of a kind");
        }
        try {
            return new BenchmarkRules(faces, motions, perTitle, seed);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    public int getFaces() {
        return faces;
    }

    public int getMotions() {
        return motions;
    }

    public int getPerTitle() {
        return perTitle;
    }

    public long getSeed() {
        return seed;
    }

    /// Difficulties that a person may say.
    public List<String> getGrades() {
        return Arrays.stream(Difficulty.values()).map(Difficulty::toString).toList();
    }

    /// The same in an address.
    public String getQuery() {
        return "faces=" + faces + "&motions=" + motions + "&perTitle=" + perTitle + "&seed=" + seed;
    }

    /// The command that freezes what is chosen, without the options that say what is so anyway.
    public String getCommand() {
        BenchmarkRules usual = BenchmarkRules.DEFAULT;
        return "./magicanime benchmark freeze NAME"
                + (faces == usual.faces() ? "" : " --faces " + faces)
                + (motions == usual.motions() ? "" : " --motions " + motions)
                + (perTitle == usual.perTitle() ? "" : " --per-title " + perTitle)
                + (seed == usual.seed() ? "" : " --seed " + seed);
    }
}
