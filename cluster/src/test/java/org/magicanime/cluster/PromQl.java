package org.magicanime.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a query of Prometheus as far as its grammar goes (operators, matching, aggregations, functions,
/// selectors, ranges, offsets, subqueries; <https://prometheus.io/docs/prometheus/latest/querying/basics/>),
/// and says which metrics it asks for. Types (range or instant) are checked for the functions that want a
/// range.
final class PromQl {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<duration>(?:\\d+(?:ms|[smhdwy]))+)"
            + "|(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)"
            + "|(?<name>[a-zA-Z_][a-zA-Z0-9_:]*)"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\")"
            + "|(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^<>=(){}\\[\\],:@]))");
    private static final Set<String> AGGREGATIONS = Set.of(
            "sum",
            "min",
            "max",
            "avg",
            "count",
            "group",
            "stddev",
            "stdvar",
            "topk",
            "bottomk",
            "quantile",
            "count_values");
    private static final Set<String> OVER_RANGE = Set.of(
            "rate",
            "increase",
            "irate",
            "delta",
            "idelta",
            "deriv",
            "changes",
            "resets",
            "avg_over_time",
            "max_over_time",
            "min_over_time",
            "sum_over_time",
            "count_over_time",
            "last_over_time");
    private static final Set<String> FUNCTIONS = Set.of(
            "time",
            "abs",
            "ceil",
            "floor",
            "round",
            "clamp_min",
            "clamp_max",
            "label_replace",
            "label_join",
            "histogram_quantile",
            "absent",
            "vector",
            "scalar",
            "sort",
            "sort_desc",
            "timestamp");
    private static final List<Set<String>> PRECEDENCE = List.of(
            Set.of("or"),
            Set.of("and", "unless"),
            Set.of("==", "!=", ">", "<", ">=", "<="),
            Set.of("+", "-"),
            Set.of("*", "/", "%"),
            Set.of("^"));

    private record Token(String kind, String text) {}

    private final List<Token> tokens = new ArrayList<>();
    private final Set<String> metrics = new TreeSet<>();
    private int at;
    /// Whether what was read last is a range.
    private boolean range;

    private PromQl(String query) {
        Matcher matcher = TOKEN.matcher(query);
        int end = 0;
        while (end < query.length() && !query.substring(end).isBlank()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("no token at '" + query.substring(end) + "'");
            }
            for (String kind : List.of("number", "duration", "name", "string", "sign")) {
                if (matcher.group(kind) != null) {
                    tokens.add(new Token(kind, matcher.group(kind)));
                }
            }
            end = matcher.end();
        }
        tokens.add(new Token("end", ""));
    }

    /// @return names of the metrics
    /// @throws IllegalArgumentException saying what is wrong
    static Set<String> metrics(String query) {
        PromQl promQl = new PromQl(query);
        promQl.binary(0);
        if (promQl.range) {
            throw new IllegalArgumentException("a range, and no function over it");
        }
        promQl.expect("end", "");
        return promQl.metrics;
    }

    private void binary(int level) {
        if (level == PRECEDENCE.size()) {
            unary();
            return;
        }
        binary(level + 1);
        while (PRECEDENCE.get(level).contains(peek().text())) {
            instant("the left side of " + peek().text());
            take();
            accept("bool");
            if (Set.of("on", "ignoring").contains(peek().text())) {
                take();
                labels();
                if (Set.of("group_left", "group_right").contains(peek().text())) {
                    take();
                    if (peek().text().equals("(")) {
                        labels();
                    }
                }
            }
            binary(level + 1);
            instant("the right side of an operator");
        }
    }

    private void unary() {
        if (Set.of("-", "+").contains(peek().text())) {
            take();
        }
        atom();
        while (true) {
            if (accept("[")) {
                instant("what has a range");
                expectKind("duration");
                if (accept(":")) {
                    if (peek().kind().equals("duration")) {
                        take();
                    }
                }
                expect("sign", "]");
                range = true;
            } else if (accept("offset")) {
                accept("-");
                expectKind("duration");
            } else {
                return;
            }
        }
    }

    private void atom() {
        Token token = take();
        range = false;
        switch (token.kind()) {
            case "number", "string" -> {}
            case "sign" -> {
                if (token.text().equals("(")) {
                    binary(0);
                    expect("sign", ")");
                } else if (token.text().equals("{")) {
                    throw new IllegalArgumentException("a selector without a metric's name");
                } else {
                    throw new IllegalArgumentException("unexpected " + token.text());
                }
            }
            case "name" -> named(token.text());
            default -> throw new IllegalArgumentException("unexpected '" + token.text() + "'");
        }
    }

    private void named(String name) {
        if (AGGREGATIONS.contains(name)) {
            if (Set.of("by", "without").contains(peek().text())) {
                take();
                labels();
            }
            arguments(name);
            if (Set.of("by", "without").contains(peek().text())) {
                take();
                labels();
            }
            range = false;
        } else if (peek().text().equals("(")) {
            if (!FUNCTIONS.contains(name) && !OVER_RANGE.contains(name)) {
                throw new IllegalArgumentException("there is no function " + name);
            }
            arguments(name);
            range = false;
        } else {
            metrics.add(name);
            if (accept("{")) {
                matchers();
            }
        }
    }

    private void arguments(String function) {
        expect("sign", "(");
        boolean last = false;
        if (!accept(")")) {
            do {
                binary(0);
                last = range;
                if (range && !OVER_RANGE.contains(function)) {
                    throw new IllegalArgumentException(function + " takes no range");
                }
            } while (accept(","));
            expect("sign", ")");
        }
        if (OVER_RANGE.contains(function) && !last) {
            throw new IllegalArgumentException(function + " wants a range");
        }
    }

    private void matchers() {
        while (!accept("}")) {
            expectKind("name");
            String comparison = take().text();
            if (!Set.of("=", "!=", "=~", "!~").contains(comparison)) {
                throw new IllegalArgumentException("a label is compared with =, !=, =~ or !~");
            }
            Token value = expectKind("string");
            if (comparison.endsWith("~")) {
                Pattern.compile(value.text().substring(1, value.text().length() - 1));
            }
            if (!accept(",") && !peek().text().equals("}")) {
                throw new IllegalArgumentException("labels are divided by commas");
            }
        }
    }

    private void labels() {
        expect("sign", "(");
        while (!accept(")")) {
            expectKind("name");
            if (!accept(",") && !peek().text().equals(")")) {
                throw new IllegalArgumentException("labels are divided by commas");
            }
        }
    }

    private void instant(String what) {
        if (range) {
            throw new IllegalArgumentException(what + " is a range");
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = tokens.get(at);
        if (token.kind().equals("end")) {
            throw new IllegalArgumentException("the query ends too early");
        }
        at++;
        return token;
    }

    private boolean accept(String text) {
        if (peek().text().equals(text) && !peek().kind().equals("end")) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String kind, String text) {
        if (!peek().kind().equals(kind) || !peek().text().equals(text)) {
            throw new IllegalArgumentException(
                    (text.isEmpty() ? "the end" : text) + " is missing before '" + peek().text() + "'");
        }
        if (!kind.equals("end")) {
            at++;
        }
    }

    private Token expectKind(String kind) {
        Token token = take();
        if (!token.kind().equals(kind)) {
            throw new IllegalArgumentException("'" + token.text() + "' is no " + kind);
        }
        return token;
    }
}
