package org.magicanime.dataset.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.magicanime.dataset.domain.TopicReader;

/// Pages of topics and consumer groups, live, and of dead letters.
@Path("/")
public class TopicsResource {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final TopicReader topics;
    private final LatestFilms films;

    TopicsResource(TopicReader topics, LatestFilms films) {
        this.topics = topics;
        this.films = films;
    }

    @GET
    @Path("topics")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Pages.topics(table());
    }

    /// The page's table, again and again.
    @GET
    @Path("topics/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<String> live() {
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                // The database may have to be waited for.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> Pages.flows(table()).render());
    }

    private FlowTable table() {
        return new FlowTable(topics.flows(), films.read(), topics.lastHour());
    }

    @GET
    @Path("dead-letters")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    @Operation(hidden = true)
    public TemplateInstance deadLetters() {
        return Pages.deadLetters(topics.deadLetters());
    }

    @POST
    @Path("dead-letters/replay")
    @Blocking
    @Operation(
            summary = "Puts all dead letters back to where they came from",
            description = "As './magicanime replay' does. Leads to the list of those that are left.")
    @APIResponse(responseCode = "303")
    public Response replay() throws InterruptedException {
        topics.replay();
        // As it is: made absolute, it would have the scheme by which a proxy reaches this service.
        return Response.status(Status.SEE_OTHER)
                .header("Location", "/dead-letters")
                .build();
    }
}
