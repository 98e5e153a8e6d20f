package org.magicanime.contracts;

/// Somebody says that there is an object. It may be gone, replaced or done already: the store's own answer counts.
///
/// @param bucket the bucket
/// @param key the key as the stranger chose it: text to show, never a file name
public record ObjectHint(String bucket, String key) {}
