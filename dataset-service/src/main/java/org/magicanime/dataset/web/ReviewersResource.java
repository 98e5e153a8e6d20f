package org.magicanime.dataset.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.dataset.domain.review.Agreement;
import org.magicanime.dataset.domain.review.Conflict;
import org.magicanime.dataset.domain.review.ReviewerReader;
import org.magicanime.dataset.domain.review.ReviewerWork;

/// Who decided what, for programs.
@Path("/api/reviews")
@Blocking
public class ReviewersResource {
    private static final int MOST_CONFLICTS = 10_000;

    private final ReviewerReader people;

    ReviewersResource(ReviewerReader people) {
        this.people = people;
    }

    /// What two people say of the same items.
    ///
    /// @param kappa Cohen's; absent where chance alone gives full agreement
    public record Agreed(
            Agreement pair, long items, @Nullable Double kappa) {}

    /// @param people by name; the empty one is of all who said none
    /// @param agreements of each two who decided on the same items
    /// @param conflicts items that as many accepted as rejected
    public record People(List<ReviewerWork> people, List<Agreed> agreements, List<Conflict> conflicts) {}

    @GET
    @Path("people")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Who decided what, how far people agree, and on which items they do not")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public People people() {
        return new People(
                people.work(),
                people.agreements().stream()
                        .map(each -> new Agreed(each, each.items(), each.kappa()))
                        .toList(),
                people.conflicts(MOST_CONFLICTS));
    }

    @GET
    @Path("decisions.csv")
    @Operation(
            summary = "All decisions as comma-separated values (RFC 4180), the first one first",
            description = "`reviewer` gives those of one person. Times are milliseconds since 1970-01-01T00:00Z. What a"
                    + " spreadsheet would take for a formula has a `'` before it.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public Response decisions(@RestQuery @DefaultValue("") String reviewer) {
        StreamingOutput csv = out -> {
            Writer lines = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16);
            lines.write(ReviewCsv.HEAD);
            people.decisions(reviewer, each -> write(lines, each));
            lines.flush();
        };
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"decisions.csv\"")
                .build();
    }

    private static void write(Writer lines, ReviewDecided decided) {
        try {
            lines.write(ReviewCsv.line(decided));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
