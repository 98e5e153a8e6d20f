package org.magicanime.dataset.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.Statistics.Titles;

/// The pages' templates, checked when the service is built. Qute escapes everything that they show.
@CheckedTemplate(basePath = "pages")
final class Pages {
    private Pages() {}

    static native TemplateInstance films(Accounting accounting, List<FunnelBar> funnel);

    static native TemplateInstance statistics(
            List<SubsetRow> rows, List<Titles> titles, @Nullable List<VersionRow> versions);

    static native TemplateInstance items(ItemQuery query, List<ItemLink> items, @Nullable String next);

    static native TemplateInstance item(
            ItemLink link, ItemDetails item, List<ItemLink> madeFrom, List<ItemLink> made, String json);
}
