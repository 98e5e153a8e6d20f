package org.magicanime.eval.storage;

import java.util.Optional;
import java.util.function.Consumer;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ArtifactStore.StoredObject;
import org.magicanime.artifact.StoreRefusedException;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.eval.domain.RequestFile;
import org.magicanime.eval.domain.RequestInbox;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.UnreadableEventException;

/// The files in the object store.
public final class StoredRequests implements RequestInbox {
    private final ArtifactStore store;
    private final String submissions;
    private final String results;

    /// @param submissions bucket of methods' videos
    /// @param results bucket of evaluations
    public StoredRequests(ArtifactStore store, String submissions, String results) {
        this.store = store;
        this.submissions = submissions;
        this.results = results;
    }

    @Override
    public String bucket() {
        return submissions;
    }

    @Override
    public Optional<Dropped> find(String key) {
        return store.stat(submissions, key).map(this::dropped);
    }

    @Override
    public void each(Consumer<Dropped> hears) {
        store.ensureBucket(submissions);
        store.list(submissions, "", object -> {
            if (RequestFile.isOne(object.key())) {
                hears.accept(dropped(object));
            }
        });
    }

    private Dropped dropped(StoredObject object) {
        return new Dropped(object.origin(), () -> read(object.key()));
    }

    private RequestFile read(String key) {
        try {
            byte[] json = store.find(submissions, key, RequestFile.LARGEST)
                    .orElseThrow(() -> new IllegalArgumentException("it was removed while it was read"));
            return EventJson.readEvent(json, RequestFile.class);
        } catch (StoreRefusedException e) {
            throw new IllegalArgumentException(
                    RequestFile.NAME + " has more than " + RequestFile.LARGEST + " bytes", e);
        } catch (UnreadableEventException e) {
            throw new IllegalArgumentException(RequestFile.NAME + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean hasEvaluation(String evalId) {
        boolean[] any = {false};
        store.list(results, ArtifactKeys.evaluation(evalId), object -> any[0] = true);
        return any[0];
    }
}
