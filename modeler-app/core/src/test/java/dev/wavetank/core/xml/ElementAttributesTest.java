package dev.wavetank.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Setting attributes touches nothing else of the tag.
class ElementAttributesTest {
    @Test
    void severalAreSetInOneGo() throws DocumentException {
        assertThat(set("<a x='1'  yy = \"2\" y=\"3\"/>", "y", "30", "x", "10", "z", "4"))
                .isEqualTo("<a x='10'  yy = \"2\" y=\"30\" z=\"4\"/>");
    }

    @Test
    void quotesOfTheTagDecideWhatIsEscaped() throws DocumentException {
        assertThat(set("<a x='1' y=\"2\"/>", "x", "it's \"<\"", "y", "it's \"<\""))
                .isEqualTo("<a x='it&apos;s \"&lt;\"' y=\"it's &quot;&lt;&quot;\"/>");
    }

    @Test
    void newOnesStandLikeTheLastOne() throws DocumentException {
        assertThat(set("<a\n  x=\"1\"\n  y=\"2\">b</a>", "z", "3", "w", "4"))
                .isEqualTo("<a\n  x=\"1\"\n  y=\"2\"\n  z=\"3\"\n  w=\"4\">b</a>");
    }

    @Test
    void theSameValuesChangeNothing() throws DocumentException {
        XmlElement element = read("<a x='1' y=\"2\"/>");
        assertThat(element.withAttributes(attributes("y", "2", "x", "1"))).isSameAs(element);
    }

    @Test
    void aPrefixIsKept() throws DocumentException {
        XmlElement element = read("<a xmlns:p=\"urn:n\" p:x=\"1\" x=\"2\"/>");
        assertThat(element.withAttribute(new XmlName("other", "urn:n", "x"), "3")
                        .toString())
                .isEqualTo("<a xmlns:p=\"urn:n\" p:x=\"3\" x=\"2\"/>");
    }

    private static String set(String markup, String... namesAndValues) throws DocumentException {
        return read(markup).withAttributes(attributes(namesAndValues)).toString();
    }

    private static List<XmlAttribute> attributes(String... namesAndValues) {
        return IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> new XmlAttribute(XmlName.plain(namesAndValues[2 * i]), namesAndValues[2 * i + 1]))
                .toList();
    }

    private static XmlElement read(String markup) throws DocumentException {
        return new XmlReader().read(markup.getBytes(StandardCharsets.UTF_8)).root();
    }
}
