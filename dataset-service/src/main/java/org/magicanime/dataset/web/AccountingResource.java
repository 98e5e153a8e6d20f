package org.magicanime.dataset.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.AccountingReader;

/// What became of everything.
@Path("/api/accounting")
public class AccountingResource {
    private final AccountingReader accounting;

    AccountingResource(AccountingReader accounting) {
        this.accounting = accounting;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What became of every film and frame",
            description = "Films by state, accounts that do not close, and what each stage kept and dropped by reason "
                    + "and threshold: in all, for each style, for each film.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "503", description = "The ledger's database is away.")
    public Accounting accounting() {
        return accounting.read();
    }
}
