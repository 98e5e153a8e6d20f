package org.magicanime.dataset.web;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.dataset.domain.review.ReviewLoans;

/// Lends items of the queue to the one who looks at them, so that nobody else is shown them meanwhile.
@Path("/api/reviews/loans")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReviewLoansResource {
    private static final Pattern BORROWER = Pattern.compile("[A-Za-z0-9-]{16,64}");

    private final ReviewLoans loans;

    ReviewLoansResource(ReviewLoans loans) {
        this.loans = loans;
    }

    @POST
    @Operation(
            summary = "Lends the first items of the queue that are lent to nobody",
            description =
                    "`borrower` names the loan: 16 to 64 letters, digits and `-` that who asks made up, new ones for"
                            + " each loan, so that one whose answer is lost ends by itself. It does after two minutes, unless it"
                            + " is renewed. Whoever has an item may decide about it, lent or not.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "A filter, a number or the borrower cannot be.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public List<QueueRow> lend(
            @RestQuery @DefaultValue("") String borrower,
            @BeanParam QueueParams asked,
            @RestQuery @DefaultValue("") String reviewer,
            @RestQuery @DefaultValue("20") int limit,
            @Context RoutingContext context) {
        requireBorrower(borrower);
        ReviewsResource.requirePlace(0, limit);
        return loans.lend(asked.filter(Reviewer.of(context, reviewer).name()), borrower, limit).stream()
                .map(QueueRow::of)
                .toList();
    }

    @POST
    @Path("renewed")
    @Operation(summary = "Begins the two minutes of loans anew", description = "`borrower` may be there many times.")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "400", description = "There can be no such borrower.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public void renew(@RestQuery List<String> borrower) {
        borrower.forEach(ReviewLoansResource::requireBorrower);
        loans.renew(borrower);
    }

    @POST
    @Path("ended")
    @Operation(summary = "Ends loans", description = "`borrower` may be there many times.")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "400", description = "There can be no such borrower.")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public void end(@RestQuery List<String> borrower) {
        borrower.forEach(ReviewLoansResource::requireBorrower);
        loans.end(borrower);
    }

    private static void requireBorrower(String borrower) {
        if (!BORROWER.matcher(borrower).matches()) {
            throw new BadRequestException(
                    "'" + borrower + "' is no borrower; 16 to 64 letters, digits and '-' are one");
        }
    }
}
