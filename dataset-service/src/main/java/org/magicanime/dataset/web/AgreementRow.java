package org.magicanime.dataset.web;

import java.util.Locale;
import org.magicanime.dataset.domain.review.Agreement;

/// How far two people agree, as the page of reviewers shows it.
///
/// @param kappa Cohen's, with two digits; empty where there is none
public record AgreementRow(Agreement pair, long agreed, String kappa) {
    static AgreementRow of(Agreement pair) {
        Double kappa = pair.kappa();
        return new AgreementRow(
                pair,
                pair.bothAccepted() + pair.bothRejected(),
                kappa == null ? "" : String.format(Locale.ROOT, "%.2f", kappa));
    }
}
