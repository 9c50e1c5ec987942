package dev.wavetank.engine.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    private static final Destinations ALLOWED =
            new Destinations(List.of("api.example.com", "*.example.org:8443", "10.1.2.3:8080", "erp.example.net:8080"));

    @ParameterizedTest
    @CsvSource({
        "http://api.example.com/x?y=1#z, http://api.example.com/x?y=1",
        "HTTPS://API.example.com, https://API.example.com/",
        "https://api.example.com:443/, https://api.example.com:443/",
        "https://a.b.example.org:8443/x, https://a.b.example.org:8443/x",
    })
    void aHostThatThePolicyNamesIsCalled(String url, String called) throws Exception {
        Target target = Target.of(url, ALLOWED, leadingTo("93.184.216.34"));

        assertThat(target.uri()).hasToString(called);
        assertThat(target.address()).isEqualTo(InetAddress.getByName("93.184.216.34"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com:8080/",
                "http://example.org:8443/",
                "http://a.example.org/",
                "http://api.example.com.evil.test/",
                "http://evil-example.org:8443/",
                "http://api.example.com@evil.test/",
                "http://user@api.example.com/",
                "http://evil.test#api.example.com",
                "http://evil.test\\@api.example.com/",
                "http://api.example.com%00.evil.test/",
                "http://10.1.2.3/",
                "http://[::1]/",
                "http://2130706433/",
                "file:///etc/passwd",
                "gopher://api.example.com/",
                "//api.example.com/",
                "api.example.com",
                "",
            })
    void anythingElseIsNot(String url) {
        assertThatThrownBy(() -> Target.of(url, ALLOWED, leadingTo("93.184.216.34")))
                .isInstanceOf(EgressRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "::1",
                "0.0.0.0",
                "10.0.0.1",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "100.100.100.200",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.192",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "fd00:ec2::254",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
            })
    void aNameThatLeadsInsideIsNot(String address) {
        assertThatThrownBy(() -> Target.of("http://api.example.com/", ALLOWED, leadingTo(address)))
                .isInstanceOf(EgressRefusedException.class)
                .hasMessageContaining("leads to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "198.20.0.1", "2606::1"})
    void addressesBesideThoseRangesAreOutside(String address) throws Exception {
        assertThat(Target.of("http://api.example.com/", ALLOWED, leadingTo(address))
                        .address())
                .isEqualTo(InetAddress.getByName(address));
    }

    @Test
    void anInnerAddressMustBeNamedItself() throws Exception {
        Resolver inner = leadingTo("10.1.2.3");

        assertThat(Target.of("http://10.1.2.3:8080/", ALLOWED, inner).address().getHostAddress())
                .isEqualTo("10.1.2.3");
        assertThat(Target.of("http://erp.example.net:8080/", ALLOWED, inner).address())
                .isEqualTo(InetAddress.getByName("10.1.2.3"));
        assertThatThrownBy(() -> Target.of("http://erp.example.net:8080/", ALLOWED, leadingTo("10.1.2.4")))
                .isInstanceOf(EgressRefusedException.class);
    }

    @Test
    void noPolicyOpensTheAddressesOfMetadata() {
        Destinations all = new Destinations(List.of("169.254.169.254", "fd00:ec2::254", "metadata.test"));

        assertThatThrownBy(() -> Target.of("http://169.254.169.254/", all, leadingTo("169.254.169.254")))
                .isInstanceOf(EgressRefusedException.class);
        assertThatThrownBy(() -> Target.of("http://metadata.test/", all, leadingTo("fd00:ec2::254")))
                .isInstanceOf(EgressRefusedException.class);
    }

    @Test
    void ofSeveralAddressesAnOuterOneIsTaken() throws Exception {
        Resolver both =
                host -> new InetAddress[] {InetAddress.getByName("127.0.0.1"), InetAddress.getByName("8.8.8.8")};

        assertThat(Target.of("http://api.example.com/", ALLOWED, both).address())
                .isEqualTo(InetAddress.getByName("8.8.8.8"));
    }

    @Test
    void theNameIsAskedForOnce() throws Exception {
        Iterator<String> answers = List.of("93.184.216.34", "127.0.0.1").iterator();
        Resolver rebinding = host -> new InetAddress[] {InetAddress.getByName(answers.next())};

        Target target = Target.of("http://api.example.com/", ALLOWED, rebinding);

        assertThat(target.address().getHostAddress()).isEqualTo("93.184.216.34");
        assertThat(answers.next()).as("the second answer was never asked for").isEqualTo("127.0.0.1");
    }

    private static Resolver leadingTo(String address) {
        return host -> {
            if (host.isEmpty()) throw new UnknownHostException(host);
            return new InetAddress[] {InetAddress.getByName(address)};
        };
    }
}
