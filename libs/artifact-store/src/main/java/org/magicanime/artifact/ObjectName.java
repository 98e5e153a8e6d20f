package org.magicanime.artifact;

import java.util.regex.Pattern;

/// How messages name an object. A key in the ingest bucket is a stranger's text: it must not break a log line or turn
/// it round.
final class ObjectName {
    private static final int LONGEST = 256;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");

    private ObjectName() {}

    /// `bucket/key`, with control and direction characters as `?`, cut after 256 characters.
    static String of(String bucket, String key) {
        String name = UNSEEN.matcher(bucket + "/" + key).replaceAll("?");
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    }
}
