package dev.wavetank.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.core.xml.DocumentException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
    private static final XmlReader READER = new XmlReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<a ></a >",
                "<?xml version='1.0'?>\r\n<!-- before -->\r\n<a b = 'c'\r\n\td=\"&lt;&#10;\">\r\n  <b/><![CDATA[<x>]]>t&amp;\r\n</a>\r\n<!-- after -->\n",
                "<a xmlns='urn:x' xmlns:p='urn:p'><p:b p:c='1' c='2'/><?pi some data?></a>",
                "<x:a y:b='undeclared prefixes are kept'><x:c/></x:a>",
                "<a b='/'><c d='>'/>😀 text 😀<e/>é</a>",
                "<a><!-- no, just one - dash --></a>",
                "<?xml version=\"1.1\"?><a/>",
                "<a>]]&gt;<b><![CDATA[]]></b><![CDATA[]] >]]></a>"
            })
    void writesBackWhatItRead(String text) throws Exception {
        XmlDocument document = READER.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(document.text()).isEqualTo(text);
        assertThat(document.withRoot(document.root().unpinned(), document.nextKey())
                        .text())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "ISO-8859-1", "windows-1252", "Shift_JIS"})
    void keepsTheEncoding(String charset) throws Exception {
        String body = charset.equals("Shift_JIS") ? "<a>日本語</a>" : "<a>größer</a>";
        byte[] bytes =
                ("<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + body).getBytes(Charset.forName(charset));

        XmlDocument document = READER.read(bytes);

        assertThat(document.charset()).isEqualTo(charset);
        assertThat(document.root().text()).isIn("größer", "日本語");
        assertThat(document.bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void keepsTheByteOrderMark(String charset) throws Exception {
        byte[] bytes = "\uFEFF<a>größer</a>".getBytes(Charset.forName(charset));

        XmlDocument document = READER.read(bytes);

        assertThat(document.root().text()).isEqualTo("größer");
        assertThat(document.bytes()).isEqualTo(bytes);
    }

    @Test
    void readsNamesAttributesAndText() throws Exception {
        XmlElement root = READER.read(
                        "<p:a xmlns:p='urn:p' p:x='1' x='&quot;2&#x41;'>t&lt;<!-- no --><b/><![CDATA[<]]></p:a>"
                                .getBytes(StandardCharsets.UTF_8))
                .root();

        assertThat(root.name()).isEqualTo(new XmlName("p", "urn:p", "a"));
        assertThat(root.attribute("urn:p", "x")).contains("1");
        assertThat(root.attribute("x")).contains("\"2A");
        assertThat(root.text()).isEqualTo("t<<");
        assertThat(root.children()).hasSize(1);
    }

    @Test
    void refusesADocumentType() {
        assertRefused("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", Code.DOCTYPE);
        assertRefused("<?xml version='1.0'?><!DOCTYPE a><a/>", Code.DOCTYPE);
    }

    @Test
    void refusesAnEntityBomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'lol'>");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY e")
                    .append(i)
                    .append(" '")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        assertRefused(bomb + "]><a>&e29;</a>", Code.DOCTYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "hello",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a b=c/>",
                "<a b='1' b='2'/>",
                "<a>&unknown;</a>",
                "{\"json\": true}",
                "<a><b></a></b>",
                "<a>\u0001</a>",
                "PK\u0003\u0004zip",
                "<a",
                "<a><!-- ",
                "<a><![CDATA[ "
            })
    void refusesWhatIsNotXml(String text) {
        assertRefused(text, Code.NOT_XML);
    }

    @Test
    void refusesInvalidUtf8() {
        byte[] bytes = "<a>xxxx</a>".getBytes(StandardCharsets.UTF_8);
        bytes[4] = (byte) 0xC3;
        bytes[5] = (byte) 0x28;

        assertThatRefusal(bytes)
                .hasMessageContaining("UTF-8")
                .extracting("code")
                .isEqualTo(Code.ENCODING);
    }

    @Test
    void refusesAnUnknownEncoding() {
        assertRefused("<?xml version='1.0' encoding='EBCDIC-XYZ'?><a/>", Code.ENCODING);
    }

    @Test
    void refusesDepthOneHundredThousand() {
        assertRefused("<a>".repeat(100_000) + "</a>".repeat(100_000), Code.TOO_DEEP);
    }

    @Test
    void refusesAHugeStreamWithoutReadingItAll() {
        Endless stream = new Endless(200L << 20);

        assertThatThrownBy(() -> READER.read(stream)).extracting("code").isEqualTo(Code.TOO_LARGE);
        assertThat(stream.served).isLessThan(100L << 20);
    }

    @Test
    void refusesTooManyElements() {
        XmlReader small = new XmlReader(new XmlReader.Limits(1 << 20, 10, 1000));

        assertThatThrownBy(() -> small.read(("<a>" + "<b/>".repeat(2000) + "</a>").getBytes(StandardCharsets.UTF_8)))
                .extracting("code")
                .isEqualTo(Code.TOO_LARGE);
    }

    private static void assertRefused(String text, Code code) {
        assertThatRefusal(text.getBytes(StandardCharsets.UTF_8))
                .extracting("code")
                .isEqualTo(code);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertThatRefusal(byte[] bytes) {
        return assertThatThrownBy(() -> READER.read(bytes)).isInstanceOf(DocumentException.class);
    }

    /// As many `x` as wanted, made while they are read.
    private static final class Endless extends InputStream {
        private final long length;
        private long served;

        Endless(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return served++ < length ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (served >= length) {
                return -1;
            }
            Arrays.fill(into, from, from + count, (byte) 'x');
            served += count;
            return count;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-2022-CN", "x-JISAutoDetect"})
    void refusesCharsetsThatCannotBeWrittenAgain(String charset) {
        byte[] bytes = ("<?xml version='1.0' encoding='" + charset + "'?><a/>").getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> READER.read(bytes))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(charset)
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unicode", "UTF-32", "utf-16"})
    void readsSingleBytesThatClaimToBeWide(String charset) throws Exception {
        byte[] bytes = ("<?xml version='1.0' encoding='" + charset + "'?><a b='ä'/>").getBytes(StandardCharsets.UTF_8);

        XmlDocument document = READER.read(bytes);

        assertThat(document.root().attribute("b")).hasValue("ä");
        assertThat(document.bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-32BE", "UTF-32LE", "X-UTF-32BE-BOM", "X-UTF-32LE-BOM"})
    void readsFourBytesToACharacter(String charset) throws Exception {
        byte[] bytes = "<?xml version='1.0' encoding='UTF-32'?><a b='ä'/>".getBytes(Charset.forName(charset));

        XmlDocument document = READER.read(bytes);

        assertThat(document.root().attribute("b")).hasValue("ä");
        assertThat(document.bytes()).isEqualTo(bytes);
    }

    @Test
    void halfAnEmojiDoesNotMakeTheFileUnreadable() throws Exception {
        XmlDocument document = READER.read("<a b=''/>".getBytes(StandardCharsets.UTF_8));

        XmlElement root =
                document.root().withAttribute("b", "x\uD83Dy\uDE00 😀").withText("\uD83D");
        byte[] bytes = document.withRoot(root, document.nextKey()).bytes();

        assertThat(READER.read(bytes).root().attribute("b")).hasValue("xy 😀");
    }

    @Test
    void aCdataSectionWithCarriageReturnsIsOneRun() throws Exception {
        String lines = "a line of text\n".repeat(10);
        String text = "<a><![CDATA[" + lines + "\r" + lines + "\r\n" + lines + "]]></a>";

        XmlDocument document = READER.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(document.root().unpinned().toString()).isEqualTo(text);
    }
}
