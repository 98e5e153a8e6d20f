package org.magicanime.dataset.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Style;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.DeadInput;
import org.magicanime.dataset.domain.FilmAccount;
import org.magicanime.dataset.domain.FilmDetails;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.PaperNumbers;
import org.magicanime.dataset.domain.Statistics.Titles;
import org.magicanime.dataset.domain.character.CharacterStatistics;

/// The pages' templates, checked when the service is built. Qute escapes everything that they show.
@CheckedTemplate(basePath = "pages")
final class Pages {
    static final List<String> STYLES =
            PaperNumbers.STYLES.stream().map(Style::toString).toList();

    private Pages() {}

    /// @param to what to show afterwards
    /// @param fault of the try before; empty if there was none
    static native TemplateInstance login(String to, String fault);

    /// @param style of the films and the funnel; empty for all
    /// @param next address of the next page of films; absent on the last
    static native TemplateInstance films(
            Accounting accounting,
            List<FilmAccount> films,
            List<FunnelBar> funnel,
            String style,
            List<String> styles,
            @Nullable String next);

    /// @param style of the films that were measured; empty for all
    /// @param film the only one; empty for all
    static native TemplateInstance thresholds(
            List<ThresholdChart> charts, String style, String film, List<String> styles);

    /// @param cases how many would be chosen
    /// @param candidates of how many
    /// @param shown the stratum whose cases are shown
    /// @param fault why nothing was decided; empty otherwise
    /// @param open whether who looks may decide
    static native TemplateInstance benchmark(
            BenchmarkParams asked,
            int cases,
            int candidates,
            List<StratumLine> strata,
            StratumRow shown,
            String fault,
            boolean open);

    static native TemplateInstance topics(FlowTable table);

    /// The part of the page of topics that changes.
    static native TemplateInstance flows(FlowTable table);

    static native TemplateInstance deadLetters(List<DeadInput> letters);

    /// @param characters those with the most faces
    /// @param all how many characters there are
    static native TemplateInstance film(
            FilmDetails details, List<FunnelBar> funnel, List<CharacterRow> characters, int all);

    static native TemplateInstance statistics(
            List<SubsetRow> rows,
            List<Titles> titles,
            List<CharacterStatistics> characters,
            @Nullable List<VersionRow> versions);

    static native TemplateInstance items(ItemQuery query, List<ItemLink> items, @Nullable String next);

    /// @param company whose face it is; absent of what is no face
    /// @param caption of what it shows or how it moves; absent of what has none
    /// @param reviews one for each subset that the item can be in
    /// @param reviewFault why what was decided about the item cannot be; empty if nothing is wrong
    static native TemplateInstance item(
            ItemLink link,
            ItemDetails item,
            List<MeasureRow> measures,
            List<ItemLink> madeFrom,
            List<ItemLink> made,
            ToldItem told,
            @Nullable FaceCompany company,
            @Nullable ShownCaption caption,
            List<SubsetReview> reviews,
            String reviewFault);

    /// The queue; its items are fetched by the page's script.
    ///
    /// @param reviewer who looks
    /// @param sample what it says so far; absent where none is looked at
    static native TemplateInstance review(QueueParams query, Reviewer reviewer, @Nullable SampleRow sample);

    /// Sixty items at a time; they are fetched by the page's script.
    ///
    /// @param reviewer who looks
    static native TemplateInstance grid(QueueParams query, Reviewer reviewer);

    /// Rules that decide about many items.
    static native TemplateInstance rules(RulesPage page);

    /// An item whose points a person corrects; they are fetched by the page's script.
    ///
    /// @param reviewer who corrects
    static native TemplateInstance correct(CorrectionPage page, Reviewer reviewer);

    /// Who decided what, and how far people agree.
    ///
    /// @param conflicts on which as many say one thing as the other; the first ones of many
    static native TemplateInstance reviewers(
            List<WorkRow> people, List<AgreementRow> agreements, List<ConflictRow> conflicts);

    /// Runs whose videos lie there, and what became of their evaluation.
    static native TemplateInstance evaluations(EvaluationsPage page);

    /// One evaluation, which begins here.
    static native TemplateInstance evaluation(EvaluationPage page, EvaluationState state);

    /// The part of the page of an evaluation that changes.
    static native TemplateInstance evaluationState(EvaluationState state);
}
