package org.magicanime.testkit;

/// Hears of objects that a store was given.
@FunctionalInterface
public interface BucketNotifications {
    /// Tells nobody.
    BucketNotifications NONE = object -> {};

    /// Called after the object is stored, on the thread of the request. Must not block for long: a notification that
    /// cannot be delivered is lost, as MinIO's are.
    void created(CreatedObject object);

    /// @param event S3's name, such as `s3:ObjectCreated:Put`
    /// @param key unescaped
    /// @param size bytes
    /// @param etag without quotes
    record CreatedObject(String event, String bucket, String key, long size, String etag) {}
}
