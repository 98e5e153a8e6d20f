package org.magicanime.contracts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Every object key that services write. Keys are derived from ids and parameters, never from file names, so that no
/// stranger's text can leave its prefix.
public final class ArtifactKeys {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    /// A version's name may have more than other parts; none begins with a dot.
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)+");
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{32}");

    private ArtifactKeys() {}

    /// The accepted film itself.
    public static String source(String videoId) {
        return "videos/" + VideoId.require(videoId) + "/source";
    }

    /// The first telling of a film, which later tellings repeat.
    public static String ingested(String videoId) {
        return "videos/" + VideoId.require(videoId) + "/ingested.json";
    }

    /// What became of one version of one object in the ingest bucket.
    public static String receipt(String objectId) {
        Checks.that(OBJECT_ID.matcher(objectId).matches(), "objectId must be 32 lower-case hex digits");
        return "receipts/" + objectId + ".json";
    }

    /// Says that one version of one object in the ingest bucket became a dead letter: nobody looks for it any more.
    public static String givenUp(String objectId) {
        Checks.that(OBJECT_ID.matcher(objectId).matches(), "objectId must be 32 lower-case hex digits");
        return "receipts/given-up/" + objectId + ".json";
    }

    /// An artifact of a whole film.
    ///
    /// @param name a file name of ours, lower case, such as `segments.json`
    public static String ofVideo(String videoId, String paramsHash, String name) {
        return "videos/" + VideoId.require(videoId) + "/" + ParamsHash.require(paramsHash) + "/" + name(name);
    }

    /// An artifact of a clip.
    ///
    /// @param stage the service that makes it, such as `segment`
    /// @param name a file name of ours, lower case, such as `clip.mp4`
    public static String ofClip(String clipId, String stage, String paramsHash, String name) {
        return ofClip(clipId, stage, paramsHash) + name(name);
    }

    /// The prefix of all artifacts that one stage makes of one clip with one set of parameters; ends in `/`.
    public static String ofClip(String clipId, String stage, String paramsHash) {
        ClipId.span(clipId);
        return "clips/" + clipId + "/" + Checks.code(stage, "stage") + "/" + ParamsHash.require(paramsHash) + "/";
    }

    /// An artifact of a face clip.
    ///
    /// @param stage the service that makes it, such as `face-crop`
    /// @param name a file name of ours, lower case, such as `face.mp4`
    public static String ofFace(String faceId, String stage, String paramsHash, String name) {
        FaceId.spanId(faceId);
        return "faces/" + faceId + "/" + Checks.code(stage, "stage") + "/" + ParamsHash.require(paramsHash) + "/"
                + name(name);
    }

    /// The marks that tries of one input leave, for counting them across process deaths; ends in `/`.
    ///
    /// @param inputId 32 lower-case hex digits that name the record
    public static String attempts(String service, String inputId) {
        Checks.that(OBJECT_ID.matcher(inputId).matches(), "inputId must be 32 lower-case hex digits");
        return "attempts/" + Checks.code(service, "service") + "/" + inputId + "/";
    }

    /// The prefix of all frozen versions of the data set, in a bucket of their own.
    public static final String VERSIONS = "versions/";

    /// A file of a frozen version.
    ///
    /// @param version its name, see {@link VersionName}
    /// @param name a file name of ours, lower case, such as `version.json`
    public static String ofVersion(String version, String name) {
        return VERSIONS + VersionName.require(version) + "/" + name(name);
    }

    /// The prefix of all benchmarks, in the bucket of frozen versions.
    public static final String BENCHMARKS = "benchmarks/";

    /// A file of a benchmark as a whole.
    ///
    /// @param benchmark its name, see {@link VersionName}
    /// @param name a file name of ours, lower case, such as `benchmark.json`
    public static String ofBenchmark(String benchmark, String name) {
        return BENCHMARKS + VersionName.require(benchmark) + "/" + name(name);
    }

    /// A file of a case of a benchmark.
    ///
    /// @param selection 16 hex digits that name what was chosen
    /// @param name such as `truth.mp4`, or with a folder: `driving/keypoints.npy`
    public static String ofBenchmarkCase(String benchmark, String selection, String caseId, String name) {
        Checks.hex16(selection, "selection");
        StringBuilder key = new StringBuilder(
                BENCHMARKS + VersionName.require(benchmark) + "/" + selection + "/" + BenchmarkCase.caseId(caseId));
        for (String part : name.split("/", -1)) {
            key.append('/').append(name(part));
        }
        return key.toString();
    }

    /// The prefix of a method's videos in the bucket `evaluations`; ends in `/`. Strangers write there.
    public static String submissions(String method, String run) {
        return VersionName.require(method) + "/" + VersionName.require(run) + "/";
    }

    /// What is made of an evaluation.
    ///
    /// @param name a file name of ours, lower case, such as `report.json`
    public static String ofEvaluation(String evalId, String paramsHash, String name) {
        return evaluation(evalId, paramsHash) + name(name);
    }

    /// The prefix of the scores of all cases of an evaluation; ends in `/`.
    public static String scoresOfEvaluation(String evalId, String paramsHash) {
        return evaluation(evalId, paramsHash) + "cases/";
    }

    /// The scores of one case of an evaluation.
    public static String ofEvaluationCase(String evalId, String paramsHash, String caseId) {
        return scoresOfEvaluation(evalId, paramsHash) + BenchmarkCase.caseId(caseId) + ".json";
    }

    /// The prefix of the reports of all evaluations with the same parameters, which can be compared; ends in `/`.
    public static String leaderboard(String paramsHash) {
        return "leaderboards/" + ParamsHash.require(paramsHash) + "/";
    }

    /// The report of one of them.
    public static String ofLeaderboard(String paramsHash, String evalId) {
        return leaderboard(paramsHash) + Checks.hex16(evalId, "evalId") + ".json";
    }

    /// The prefix of all that is made of an evaluation, whatever its parameters; ends in `/`.
    public static String evaluation(String evalId) {
        return "evaluations/" + Checks.hex16(evalId, "evalId") + "/";
    }

    private static String evaluation(String evalId, String paramsHash) {
        return evaluation(evalId) + ParamsHash.require(paramsHash) + "/";
    }

    /// Returns the key if it has the form of one of ours: no part that is empty or begins with a dot, nothing outside
    /// lower-case letters, digits, `.`, `_` and `-`.
    ///
    /// @throws IllegalArgumentException otherwise
    public static String require(@Nullable String key) {
        Checks.text(key, "key", 512);
        Checks.that(key != null && KEY.matcher(key).matches(), "key is not one that services write");
        return java.util.Objects.requireNonNull(key);
    }

    private static String name(String name) {
        Checks.that(NAME.matcher(name).matches(), "an artifact's name has lower-case letters, digits, '.' and '-'");
        return name;
    }
}
