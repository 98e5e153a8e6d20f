package org.magicanime.dataset.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.magicanime.dataset.domain.TopicFlows;
import org.magicanime.dataset.domain.TopicReader;

/// Topics and consumer groups for programs.
@Path("/api/topics")
public class TopicFlowsResource {
    private final TopicReader topics;

    TopicFlowsResource(TopicReader topics) {
        this.topics = topics;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Each topic as each consumer group hears it",
            description = "Records per second told and committed, records not committed and the age of the oldest, "
                    + "members of the group, and dead letters that were not put back. Some seconds old.")
    @APIResponse(responseCode = "200")
    public TopicFlows flows() {
        return topics.flows();
    }
}
