package org.magicanime.dataset.messaging;

import jakarta.inject.Singleton;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.Telling;
import org.magicanime.stage.Stage;
import org.magicanime.stage.Stages;

/// Tells what people decided, and which evaluations they want.
@Singleton
class DecisionTelling implements Telling {
    private final Stage stage;

    DecisionTelling(Stages stages) {
        this.stage = stages.named("dataset");
    }

    @Override
    public void accept(PipelineEvent event) {
        stage.tell(event);
    }
}
