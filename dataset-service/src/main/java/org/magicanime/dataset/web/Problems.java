package org.magicanime.dataset.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import org.magicanime.contracts.Busy;
import org.magicanime.dataset.export.DamagedVersionException;

/// Answers what fails.
@Provider
public class Problems implements ExceptionMapper<RuntimeException> {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @Override
    public Response toResponse(RuntimeException e) {
        if (e instanceof WebApplicationException known) {
            return Problem.of(known.getResponse().getStatusInfo(), String.valueOf(e.getMessage()));
        }
        if (e instanceof Busy) {
            LOG.warnf("an answer has to wait: %s", e.getMessage());
            return Problem.of(
                    Status.SERVICE_UNAVAILABLE,
                    "the ledger's database or the object store is away; try again in a moment");
        }
        if (e instanceof DamagedVersionException) {
            LOG.error("a version is damaged", e);
            return Problem.of(Status.INTERNAL_SERVER_ERROR, String.valueOf(e.getMessage()));
        }
        LOG.error("a request failed", e);
        return Problem.of(Status.INTERNAL_SERVER_ERROR, "the service failed; its log says how");
    }
}
