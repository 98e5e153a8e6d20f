package org.magicanime.caption.domain.text;

/// What somebody does, in two forms.
///
/// @param finite `waves`
/// @param gerund `waving`
/// @param rest `its own right hand six times`; empty if there is none
record Phrase(String finite, String gerund, String rest) {
    String says() {
        return rest.isEmpty() ? finite : finite + " " + rest;
    }

    String saying() {
        return rest.isEmpty() ? gerund : gerund + " " + rest;
    }
}
