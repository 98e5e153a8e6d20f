package org.magicanime.eval.domain.report;

/// A mean and where it lies in 95 of 100 resamples of the cases.
///
/// @param mean over the cases
/// @param low 2.5th percentile of the resamples' means
/// @param high 97.5th percentile
/// @param cases that it is of
public record Interval(double mean, double low, double high, int cases) {}
