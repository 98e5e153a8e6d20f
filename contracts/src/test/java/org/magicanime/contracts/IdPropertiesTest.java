package org.magicanime.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(Ids.class)
@Domain(DomainContext.Global.class)
class IdPropertiesTest {
    @Property
    void clipIdSaysItsFilmAndItsFrames(@ForAll("videoIds") String videoId, @ForAll FrameSpan span) {
        String clipId = ClipId.of(videoId, span);

        assertThat(ClipId.videoId(clipId)).isEqualTo(videoId);
        assertThat(ClipId.span(clipId)).isEqualTo(span);
    }

    @Property
    void clipIdsAreEqualOnlyForEqualFilmAndSpan(
            @ForAll("videoIds") String film, @ForAll FrameSpan one, @ForAll FrameSpan other) {
        assertThat(ClipId.of(film, one).equals(ClipId.of(film, other))).isEqualTo(one.equals(other));
    }

    @Property
    void strangersTextIsNoClipId(@ForAll("strangersText") String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClipId.span(text))
                .withMessageContaining("videoId-first-end");
    }

    @Example
    void spanIsWrittenInOneWayOnly() {
        String film = "0123456789abcdef";
        assertThat(ClipId.of(film, new FrameSpan(5, 1_234_567))).isEqualTo(film + "-000005-1234567");
        assertThatIllegalArgumentException().isThrownBy(() -> ClipId.span(film + "-0000005-1234567"));
        assertThatIllegalArgumentException().isThrownBy(() -> ClipId.span(film + "-000005-000005"));
        assertThatIllegalArgumentException().isThrownBy(() -> ClipId.span(film + "-000005-0000010\n"));
    }

    @Property
    void paramsHashDoesNotDependOnOrder(@ForAll("parameters") Map<String, String> parameters) {
        Map<String, String> reversed = new LinkedHashMap<>();
        parameters.keySet().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(name -> reversed.put(name, parameters.getOrDefault(name, "")));

        assertThat(ParamsHash.of(reversed)).isEqualTo(ParamsHash.of(parameters)).matches("[0-9a-f]{16}");
        assertThat(ParamsHash.require(ParamsHash.of(parameters))).isEqualTo(ParamsHash.of(parameters));
    }

    @Property
    void otherParametersHaveAnotherHash(
            @ForAll("parameters") Map<String, String> one, @ForAll("parameters") Map<String, String> other) {
        assertThat(ParamsHash.of(one).equals(ParamsHash.of(other))).isEqualTo(one.equals(other));
    }

    @Example
    void fieldsDoNotRunTogether() {
        assertThat(ParamsHash.of(Map.of("ab", "c"))).isNotEqualTo(ParamsHash.of(Map.of("a", "bc")));
        assertThat(ParamsHash.of(Map.of("a", "b", "c", "d"))).isNotEqualTo(ParamsHash.of(Map.of("a", "b2:c1:d")));
        assertThat(ObjectId.of(new ObjectOrigin("in", "gest", "e")))
                .isNotEqualTo(ObjectId.of(new ObjectOrigin("ing", "est", "e")));
    }

    @Property
    void objectIdIsHexAndOtherForEveryVersion(@ForAll ObjectOrigin one, @ForAll ObjectOrigin other) {
        assertThat(ObjectId.of(one)).matches("[0-9a-f]{32}").isEqualTo(ObjectId.of(one));
        assertThat(ObjectId.of(one).equals(ObjectId.of(other))).isEqualTo(one.equals(other));
    }

    @Property
    void videoIdIsMadeOfBytesAndNothingElse(@ForAll("hashes") String sha256, @ForAll("strangersText") String name) {
        assertThat(VideoId.of(sha256)).isEqualTo(sha256.substring(0, 16));
        assertThatIllegalArgumentException().isThrownBy(() -> VideoId.of(name)).withMessageContaining("sha256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VideoId.require(name))
                .withMessageContaining("videoId");
    }

    @Provide
    Arbitrary<String> videoIds() {
        return Ids.hex(16);
    }

    @Provide
    Arbitrary<String> hashes() {
        return Ids.hex(64);
    }

    @Provide
    Arbitrary<String> strangersText() {
        return Ids.strangersText();
    }

    @Provide
    Arbitrary<Map<String, String>> parameters() {
        Arbitrary<String> words = Arbitraries.strings().withChars("ab1:").ofMaxLength(3);
        return Arbitraries.maps(words, words).ofMaxSize(3);
    }
}
