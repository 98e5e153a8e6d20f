package org.magicanime.facecrop.domain;

import java.util.Map;
import java.util.TreeMap;

/// How faces are looked for. Part of the parameters that every artifact's key is derived from.
///
/// @param lookEvery frames from one look at a whole picture to the next; at least 1
/// @param longestSide of the pictures that are looked at, in pixels; larger films are made smaller for that
public record FaceSearch(int lookEvery, int longestSide) {
    public static final FaceSearch DEFAULT = new FaceSearch(6, 1920);

    public FaceSearch {
        if (lookEvery < 1 || longestSide < 1) {
            throw new IllegalArgumentException("look-every and longest-side are at least 1");
        }
    }

    Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        all.put("search.look-every", Integer.toString(lookEvery));
        all.put("search.longest-side", Integer.toString(longestSide));
        return all;
    }
}
