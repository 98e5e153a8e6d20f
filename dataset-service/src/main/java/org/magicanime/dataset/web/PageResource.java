package org.magicanime.dataset.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.StoreBusyException;
import org.magicanime.artifact.StoreRefusedException;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.AccountingReader;
import org.magicanime.dataset.domain.FilmAccount;
import org.magicanime.dataset.domain.FilmDetails;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.ItemReader;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.Statistics;
import org.magicanime.dataset.domain.StatisticsReader;
import org.magicanime.dataset.domain.character.CharacterReader;
import org.magicanime.dataset.domain.character.FilmCharacter;
import org.magicanime.dataset.export.FrozenVersions;

/// Pages for people.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PageResource {
    private static final Logger LOG = Logger.getLogger(PageResource.class);
    /// Items on one page of the list.
    private static final int PAGE = 100;
    /// Characters on the page of a film.
    private static final int MOST_CHARACTERS = 24;

    private final AccountingReader accounting;
    private final StatisticsReader statistics;
    private final ItemReader items;
    private final ItemPages pages;
    private final CharacterReader characters;
    private final FrozenVersions versions;

    PageResource(
            AccountingReader accounting,
            StatisticsReader statistics,
            ItemReader items,
            ItemPages pages,
            CharacterReader characters,
            FrozenVersions versions) {
        this.accounting = accounting;
        this.statistics = statistics;
        this.items = items;
        this.pages = pages;
        this.characters = characters;
        this.versions = versions;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance films(
            @RestQuery @DefaultValue("") String style, @RestQuery @DefaultValue("") String after) {
        Accounting now = accounting.read();
        List<FilmAccount> found = accounting.films(ItemQuery.orNull(style), ItemQuery.orNull(after), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<FilmAccount> shown = more ? found.subList(0, PAGE) : found;
        return Pages.films(
                now,
                shown,
                FunnelBar.of(style.isEmpty() ? now.stages() : now.styles().getOrDefault(style, List.of())),
                style,
                Pages.STYLES,
                more
                        ? "/?style=" + ItemLink.encoded(style) + "&after="
                                + ItemLink.encoded(shown.getLast().videoId())
                        : null);
    }

    @GET
    @Path("film")
    @Operation(hidden = true)
    public TemplateInstance film(@RestQuery @DefaultValue("") String id) {
        FilmDetails found = accounting.film(id).orElseThrow(() -> new NotFoundException("the ledger has no such film"));
        List<FilmCharacter> all = characters.ofFilm(id);
        return Pages.film(
                found,
                FunnelBar.of(found.stages()),
                all.stream().limit(MOST_CHARACTERS).map(CharacterRow::new).toList(),
                all.size());
    }

    @GET
    @Path("statistics")
    @Operation(hidden = true)
    public TemplateInstance statistics() {
        Statistics now = statistics.read();
        return Pages.statistics(
                now.subsets().stream().map(SubsetRow::new).toList(), now.titles(), now.characters(), versions());
    }

    /// @return null while the store is away or refuses: everything else is in the ledger, and can be shown
    private @Nullable List<VersionRow> versions() {
        try {
            return VersionRow.of(versions.list());
        } catch (StoreBusyException | StoreRefusedException e) {
            LOG.warnf("versions are not shown: %s", e.getMessage());
            return null;
        }
    }

    @GET
    @Path("items")
    @Operation(hidden = true)
    public TemplateInstance items(@BeanParam ItemListParams asked) {
        ItemQuery query = asked.query();
        try {
            List<ItemLink> found = links(items.list(query.filter(), asked.after(), PAGE + 1));
            boolean more = found.size() > PAGE;
            List<ItemLink> shown = more ? found.subList(0, PAGE) : found;
            return Pages.items(
                    query, shown, more ? query.after(shown.getLast().entry().key()) : null);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage());
        }
    }

    @GET
    @Path("item")
    @Operation(hidden = true)
    public TemplateInstance item(
            @RestQuery @DefaultValue("") String stage,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("") String id,
            @RestQuery @DefaultValue("") String params) {
        return pages.of(key(stage, kind, id, params), "", "");
    }

    /// @throws BadRequestException if there is no such kind of item
    /// @throws NotFoundException if there is no such item
    static ItemDetails find(ItemReader items, String stage, String kind, String id, String params) {
        return items.find(key(stage, kind, id, params))
                .orElseThrow(() -> new NotFoundException("the ledger has no such item"));
    }

    private static LedgerKey key(String stage, String kind, String id, String params) {
        try {
            return ItemLink.key(stage, kind, id, params);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage());
        }
    }

    static List<ItemLink> links(List<ItemEntry> entries) {
        return entries.stream().map(ItemLink::new).toList();
    }
}
