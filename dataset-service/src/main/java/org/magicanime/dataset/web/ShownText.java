package org.magicanime.dataset.web;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Variant;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/// How pages write texts, all of which may be a stranger's: escaped, and with a sign in place of each character that
/// nobody sees. Among those are some that turn the direction of what follows, so that a name looks like another.
@Singleton
class ShownText {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\r\\t]]");
    private static final String SIGN = "\uFFFD";

    void register(@Observes EngineBuilder templates) {
        templates.addResultMapper(new Seen());
    }

    private static final class Seen extends HtmlEscaper {
        Seen() {
            super(List.of(Variant.TEXT_HTML));
        }

        @Override
        public String map(Object result, Expression expression) {
            return UNSEEN.matcher(super.map(result, expression)).replaceAll(SIGN);
        }

        /// Before the framework's own.
        @Override
        public int getPriority() {
            return DEFAULT_PRIORITY + 1;
        }
    }
}
