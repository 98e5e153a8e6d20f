package org.magicanime.testkit;

import java.util.List;
import java.util.Map;

/// Hears what happens to the objects of a store.
@FunctionalInterface
public interface BucketNotifications {
    /// Tells nobody.
    BucketNotifications NONE = object -> {};

    /// Tells all of them.
    static BucketNotifications all(List<? extends BucketNotifications> each) {
        return new BucketNotifications() {
            @Override
            public void created(CreatedObject object) {
                each.forEach(one -> one.created(object));
            }

            @Override
            public void removed(String bucket, String key) {
                each.forEach(one -> one.removed(bucket, key));
            }
        };
    }

    /// Called after the object is stored, on the thread of the request. Must not block: a notification that cannot be
    /// delivered is lost, as MinIO's are.
    void created(CreatedObject object);

    /// Called after the object is removed, likewise.
    default void removed(String bucket, String key) {}

    /// @param event S3's name, such as `s3:ObjectCreated:Put`
    /// @param key unescaped
    /// @param size bytes
    /// @param etag without quotes
    /// @param mediaType as the writer said it
    /// @param metadata user metadata, names in lower case
    record CreatedObject(
            String event,
            String bucket,
            String key,
            long size,
            String etag,
            String mediaType,
            Map<String, String> metadata) {
        public CreatedObject {
            metadata = Map.copyOf(metadata);
        }
    }
}
