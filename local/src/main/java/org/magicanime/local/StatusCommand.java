package org.magicanime.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;
import org.magicanime.stage.DeadLetter;
import org.magicanime.stage.EventJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says what there is.
@Command(
        name = "status",
        description = "Says what became of every film. Works while nothing runs, and beside 'run' or 'serve'.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Everything, sorted, without times: two states can be compared with diff.")
    boolean json;

    @Mixin
    CommonOptions options = new CommonOptions();

    /// The content of `status --json`.
    record Status(
            List<Film> films,
            List<Clip> clips,
            List<Posed> poses,
            List<Face> faces,
            List<Face> speech,
            List<Captioned> captions,
            List<Rejection> rejections,
            List<Dead> deadLetters) {
        Status {
            films = List.copyOf(films);
            clips = List.copyOf(clips);
            poses = List.copyOf(poses);
            faces = List.copyOf(faces);
            captions = List.copyOf(captions);
            rejections = List.copyOf(rejections);
            deadLetters = List.copyOf(deadLetters);
        }
    }

    record Film(
            String videoId,
            String key,
            String style,
            String title,
            @Nullable Long frames,
            @Nullable Long framesKept) {}

    record Clip(String clipId, long first, long end, List<Artifact> artifacts) {
        Clip {
            artifacts = List.copyOf(artifacts);
        }
    }

    /// A clip that was searched for poses, and what was made of its spans.
    record Posed(String clipId, List<String> spans, List<Artifact> artifacts) {
        Posed {
            spans = List.copyOf(spans);
            artifacts = List.copyOf(artifacts);
        }
    }

    /// A clip's captions: the general one first.
    record Captioned(String clipId, List<String> texts, List<Artifact> artifacts) {
        Captioned {
            texts = List.copyOf(texts);
            artifacts = List.copyOf(artifacts);
        }
    }

    /// A face clip, or what its clip's search left behind.
    record Face(String id, long first, long end, List<Artifact> artifacts) {
        Face {
            artifacts = List.copyOf(artifacts);
        }
    }

    record Artifact(String key, String sha256) {}

    record Rejection(
            String itemId,
            String stage,
            String code,
            @Nullable FrameSpan span,
            @Nullable Double measured,
            @Nullable Double threshold) {}

    record Dead(String topic, @Nullable String key, String reason) {}

    @Override
    public Integer call() throws Exception {
        Status status;
        try (Servers servers = Servers.of(options)) {
            status = read(servers.kafka());
        }
        if (json) {
            System.out.println(pretty(status));
        } else {
            print(status);
        }
        return status.deadLetters().isEmpty() ? 0 : 3;
    }

    private static Status read(String kafka) {
        try (Ledger ledger = new Ledger(kafka)) {
            ledger.readAll();
            ledger.unreadable().forEach(record -> System.err.println("no event of ours: " + record));
            return new Status(
                    ledger.films().stream().map(film -> film(film, ledger)).toList(),
                    ledger.clips().stream().map(StatusCommand::clip).toList(),
                    ledger.posed().stream().map(StatusCommand::posed).toList(),
                    ledger.cropped().stream().flatMap(StatusCommand::faces).toList(),
                    ledger.extracted().stream().flatMap(StatusCommand::speech).toList(),
                    ledger.captioned().stream().map(StatusCommand::captioned).toList(),
                    ledger.rejections().stream()
                            .map(StatusCommand::rejection)
                            .sorted(Comparator.comparing(Rejection::itemId).thenComparing(Rejection::stage))
                            .toList(),
                    ledger.deadLetters().stream()
                            .map(StatusCommand::dead)
                            .sorted(Comparator.comparing(Dead::topic).thenComparing(each -> String.valueOf(each.key())))
                            .toList());
        }
    }

    private static Film film(VideoIngested film, Ledger ledger) {
        Optional<VideoSegmented> done = ledger.segmented().stream()
                .filter(each -> each.videoId().equals(film.videoId()))
                .findFirst();
        return new Film(
                film.videoId(),
                film.origin().key(),
                film.labels().style().toString(),
                film.labels().title(),
                done.map(VideoSegmented::frames).orElse(null),
                done.map(VideoSegmented::framesKept).orElse(null));
    }

    private static Clip clip(ClipCut clip) {
        return new Clip(
                clip.clipId(),
                clip.span().first(),
                clip.span().end(),
                clip.artifacts().stream().map(StatusCommand::artifact).toList());
    }

    private static Posed posed(ClipPosed clip) {
        return new Posed(
                clip.clipId(),
                clip.spans().stream()
                        .map(span -> span.spanId() + " " + span.framing())
                        .toList(),
                clip.artifacts().stream().map(StatusCommand::artifact).toList());
    }

    private static Stream<Face> faces(FacesCropped clip) {
        return Stream.concat(
                clip.faces().stream().map(StatusCommand::face),
                Stream.of(new Face(
                        clip.clipId(), clip.span().first(), clip.span().end(), List.of(artifact(clip.document())))));
    }

    private static Face face(FaceClip face) {
        return new Face(
                face.faceId(),
                face.span().first(),
                face.span().end(),
                face.artifacts().stream().map(StatusCommand::artifact).toList());
    }

    private static Stream<Face> speech(SpeechExtracted clip) {
        return Stream.concat(
                clip.speech().stream()
                        .map(each -> new Face(
                                each.face().faceId(),
                                each.face().span().first(),
                                each.face().span().end(),
                                each.artifacts().stream()
                                        .map(StatusCommand::artifact)
                                        .toList())),
                Stream.of(new Face(
                        clip.clipId(), clip.span().first(), clip.span().end(), List.of(artifact(clip.document())))));
    }

    private static Captioned captioned(ClipCaptioned clip) {
        return new Captioned(
                clip.clipId(),
                Stream.concat(Stream.of(clip.general()), clip.motions().stream())
                        .map(each -> each.itemId() + " " + each.text())
                        .toList(),
                clip.artifacts().stream().map(StatusCommand::artifact).toList());
    }

    private static Artifact artifact(ArtifactRef ref) {
        return new Artifact(ref.key(), ref.sha256());
    }

    private static Rejection rejection(ItemRejected rejected) {
        return new Rejection(
                rejected.itemId(),
                rejected.stage(),
                rejected.code(),
                rejected.span(),
                rejected.measured(),
                rejected.threshold());
    }

    private static Dead dead(DeadLetter letter) {
        return new Dead(letter.topic(), letter.key(), letter.reason());
    }

    /// One item a line, so that diff names items.
    private static String pretty(Status status) {
        StringBuilder text = new StringBuilder("{\n");
        lines(text, "films", status.films(), ",\n");
        lines(text, "clips", status.clips(), ",\n");
        lines(text, "poses", status.poses(), ",\n");
        lines(text, "faces", status.faces(), ",\n");
        lines(text, "speech", status.speech(), ",\n");
        lines(text, "captions", status.captions(), ",\n");
        lines(text, "rejections", status.rejections(), ",\n");
        lines(text, "deadLetters", status.deadLetters(), "\n");
        return text.append("}").toString();
    }

    private static void lines(StringBuilder text, String name, List<?> items, String end) {
        text.append(" \"").append(name).append("\": [");
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "\n  " : ",\n  ").append(new String(EventJson.write(items.get(i)), UTF_8));
        }
        text.append("]").append(end);
    }

    private static void print(Status status) {
        status.films()
                .forEach(film -> System.out.printf(
                        "%s  %-8s %-28s %s%n",
                        film.videoId(),
                        film.style(),
                        film.title(),
                        film.frames() == null
                                ? "in work"
                                : film.framesKept() + " of " + film.frames() + " frames kept"));
        System.out.printf(
                "%d films, %d clips, %d rejections, %d dead letters%n",
                status.films().size(),
                status.clips().size(),
                status.rejections().size(),
                status.deadLetters().size());
        status.deadLetters().forEach(dead -> System.out.println("dead: " + dead.topic() + " " + dead.reason()));
    }
}
