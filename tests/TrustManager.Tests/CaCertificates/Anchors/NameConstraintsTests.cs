using Infra.TrustManager.CaCertificates.Anchors;

namespace Infra.TrustManager.Tests.CaCertificates.Anchors;

public sealed class NameConstraintsTests
{
    [Fact]
    public void No_URI_of_a_name_ends_the_search()
    {
        var subtree = new GeneralName(NameForm.Uri, "example");
        foreach (var letter in Enumerable.Range(0, 256).Select(number => (char)number))
        {
            string[] hosts =
            [
                $"{letter}", $"a{letter}.example", $"xn--{letter}", $"xn--a{letter}-", $"{letter}{letter}.{letter}", $"[{letter}]",
                new string(letter, 300), $"\u00ad{letter}", $"xn--{letter}\u00ff.example",
            ];
            Assert.All(hosts, host => NameMatch.IsWithin(new GeneralName(NameForm.Uri, $"http://{host}/"), subtree));
        }

        Assert.Null(NameMatch.IsWithin(new GeneralName(NameForm.Uri, "http://xn---\u00ff.example/"), subtree));
    }

    [Fact]
    public void No_extension_of_what_a_CA_signed_ends_the_search()
    {
        var random = new Random(11);
        var anchor = SomeCa.Root("Anchor", change: SomeExtensions.Constraints(
            "dns:example.mil dn:CN=Below uri:example.mil email:example.mil ip:10.0.0.0/255.0.0.0", "dns:lab.example.mil"));
        byte[][] values =
        [
            SomeExtensions.NameList("dns:a.example.mil uri:http://example.mil/ email:a@example.mil ip:10.1.2.3 dn:CN=x other:1.2.3"),
            SomeExtensions.ConstraintBytes("dns:example.mil dn:O=Example uri:.example.mil", "ip:10.0.0.0/255.0.0.0 email:a@b"),
        ];
        for (var round = 0; round < 1500; round++)
        {
            var (oid, value) = round % 2 == 0 ? ("2.5.29.17", values[0]) : ("2.5.29.30", values[1]);
            byte[] changed = [.. value];
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            var below = anchor.Issue("Below", change: SomeExtensions.Added(oid, critical: false, changed));

            Assert.Single(anchor.Find(below));
        }
    }

    [Theory]
    [InlineData("dn:O=Example", null, "CN=Issuing, O=Example", true)]
    [InlineData("dn:O=Example", null, "CN=Issuing, OU=Pki, O=EXAMPLE", true)]
    [InlineData("dn:O=Example", null, "CN=Issuing, O=Other", false)]
    [InlineData("dn:O=Example", null, "CN=Issuing", false)]
    [InlineData("dn:O=Example", null, "CN=Issuing, O=Example Two", false)]
    [InlineData("dn:O=Example", null, "O=Example, C=US", false)]
    [InlineData("dn:OU=Pki,O=Example", null, "CN=Issuing, O=Example", false)]
    [InlineData("dn:O=Other dn:O=Example", null, "CN=Issuing, O=Example", true)]
    [InlineData(null, "dn:O=Example", "CN=Issuing, O=Example", false)]
    [InlineData(null, "dn:O=Example", "CN=Issuing, O=Other", true)]
    [InlineData("dn:O=Example", "dn:OU=Lab,O=Example", "CN=Issuing, OU=Pki, O=Example", true)]
    [InlineData("dn:O=Example", "dn:OU=Lab,O=Example", "CN=Issuing, OU=Lab, O=Example", false)]
    [InlineData("email:example.mil", null, "CN=Issuing", true)]
    [InlineData("email:example.mil", null, "E=pki@example.mil, CN=Issuing", true)]
    [InlineData("email:example.mil", null, "E=pki@example.com, CN=Issuing", false)]
    [InlineData(null, "email:example.com", "E=pki@example.com, CN=Issuing", false)]
    public void The_subject_of_a_CA_below_must_be_within_what_is_permitted(
        string? permitted, string? excluded, string subject, bool isAllowed) =>
        AssertAllowed(isAllowed, permitted, excluded, subject);

    [Theory]
    [InlineData("email:example.mil", "email:pki@example.mil", true)]
    [InlineData("email:example.mil", "email:pki@sub.example.mil", false)]
    [InlineData("email:.example.mil", "email:pki@sub.example.mil", true)]
    [InlineData("email:.example.mil", "email:pki@example.mil", false)]
    [InlineData("email:pki@example.mil", "email:pki@EXAMPLE.mil", true)]
    [InlineData("email:pki@example.mil", "email:PKI@example.mil", false)]
    [InlineData("email:example.mil", "email:nobody", false)]
    [InlineData("dns:example.mil", "dns:example.mil", true)]
    [InlineData("dns:example.mil", "dns:pki.Example.mil", true)]
    [InlineData("dns:example.mil", "dns:badexample.mil", false)]
    [InlineData("dns:.example.mil", "dns:example.mil", false)]
    [InlineData("dns:.example.mil", "dns:pki.example.mil", true)]
    [InlineData("dns:example.mil", "dns:example.com", false)]
    [InlineData("dns:example.mil", "dns:pki.example.mil dns:example.com", false)]
    [InlineData("uri:example.mil", "uri:http://example.mil/ca", true)]
    [InlineData("uri:example.mil", "uri:http://pki.example.mil/ca", false)]
    [InlineData("uri:.example.mil", "uri:http://pki.example.mil:8080/ca", true)]
    [InlineData("uri:example.mil", "uri:http://10.0.0.1/ca", false)]
    [InlineData("uri:example.mil", "uri:urn:example:mil", false)]
    [InlineData("ip:10.0.0.0/255.0.0.0", "ip:10.1.2.3", true)]
    [InlineData("ip:10.0.0.0/255.0.0.0", "ip:11.1.2.3", false)]
    [InlineData("ip:10.0.0.0/255.0.0.0", "ip:2001:db8::1", false)]
    [InlineData("ip:2001:db8::/ffff:ffff::", "ip:2001:db8::1", true)]
    [InlineData("dn:O=Example", "dn:CN=x,O=Other", false)]
    [InlineData("dns:example.mil", "email:pki@example.com", true)]
    [InlineData("dns:example.mil", "other:1.3.6.1.4.1.311.20.2.3", true)]
    public void An_alternative_name_of_a_CA_below_must_be_within_what_is_permitted(
        string permitted, string names, bool isAllowed) =>
        AssertAllowed(isAllowed, permitted, null, "CN=Issuing, O=Example", names);

    [Theory]
    [InlineData("email:example.mil", "email:pki@example.mil", false)]
    [InlineData("email:example.mil", "email:pki@example.com", true)]
    [InlineData("email:example.mil", "email:nobody", false)]
    [InlineData("dns:example.mil", "dns:pki.example.mil", false)]
    [InlineData("dns:example.mil", "dns:example.com", true)]
    [InlineData("uri:example.mil", "uri:http://example.mil/", false)]
    [InlineData("uri:example.mil", "uri:urn:example:mil", false)]
    [InlineData("uri:example.mil", "uri:http://example.com/", true)]
    [InlineData("ip:10.0.0.0/255.0.0.0", "ip:10.1.2.3", false)]
    [InlineData("ip:10.0.0.0/255.0.0.0", "ip:2001:db8::1", true)]
    public void An_alternative_name_of_a_CA_below_must_not_be_within_what_is_excluded(
        string excluded, string names, bool isAllowed) =>
        AssertAllowed(isAllowed, null, excluded, "CN=Issuing", names);

    [Theory]
    [InlineData("id:1.2.3", true, null, false)]
    [InlineData("other:1.2.3", true, null, false)]
    [InlineData("other:1.2.3", false, null, true)]
    [InlineData("other:1.2.3", false, "other:1.2.3", false)]
    [InlineData("other:1.2.3", false, "other:1.2.4", true)]
    [InlineData("other:1.3.6.1.4.1.311.20.2.3", true, null, true)]
    [InlineData("other:1.3.6.1.4.1.311.20.2.3", true, "other:1.3.6.1.4.1.311.20.2.3", false)]
    public void Constraints_that_cannot_be_checked_refuse_when_they_are_critical_or_concern_a_name(
        string excluded, bool critical, string? names, bool isAllowed) =>
        AssertAllowed(isAllowed, null, excluded, "CN=Issuing", names, critical);

    [Fact]
    public void Constraints_of_the_anchor_count_and_those_of_every_issuer_are_added()
    {
        var anchor = SomeCa.Root("Anchor", change: SomeExtensions.Constraints("dn:O=Example", null));
        var policy = anchor.Issue(
            "CN=Policy, O=Example", change: SomeExtensions.Constraints(null, "dn:OU=Lab,O=Example"));

        var results = anchor.Find(
            policy,
            policy.Issue("CN=Issuing, O=Example"),
            policy.Issue("CN=Issuing, O=Other"),
            policy.Issue("CN=Issuing, OU=Lab, O=Example"));

        Assert.Equal([true, true, false, false], results.Select(result => result.Path is not null));
        SomeAnchors.AssertNone(
            results[2], "'Issuing'", "cannot follow CA certificate 'Anchor'", "does not permit its directory name");
        SomeAnchors.AssertNone(results[3], "cannot follow CA certificate 'Policy'", "excludes its directory name");
    }

    [Fact]
    public void Names_of_self_issued_links_are_not_compared()
    {
        var anchor = SomeCa.Root("Anchor", change: SomeExtensions.Constraints("dn:O=Example", null));
        var newKey = anchor.Issue("Anchor");
        var issuing = newKey.Issue("CN=Issuing, O=Example");

        SomeAnchors.AssertPath(anchor.Find(issuing, newKey)[0], issuing, newKey, anchor);
    }

    [Fact]
    public void A_root_whose_cross_certificate_constrains_it_does_not_count_without_the_same_constraints()
    {
        var anchor = SomeCa.Root("Anchor");
        var constraints = SomeExtensions.Constraints("dn:O=Partner", null);
        var root = SomeCa.Root("CN=Root, O=Partner");
        var limited = root.Renewed(change: constraints);

        var results = anchor.Find(root, limited, root.Renewed(anchor, change: constraints));

        SomeAnchors.AssertNone(results[0], "is self-signed: it would be trusted without the name constraints of");
        Assert.All(results.Skip(1), result => Assert.NotNull(result.Path));
    }

    [Theory]
    [InlineData("2.5.29.30", new byte[] { 5, 0 })]
    [InlineData("2.5.29.30", new byte[] { 0x30, 8, 0xA0, 6, 0x30, 4, 0x87, 2, 10, 0 })]
    [InlineData("2.5.29.30", new byte[] { 0x30, 10, 0xA0, 8, 0x30, 6, 0x82, 1, 0x61, 0x80, 1, 1 })]
    [InlineData("2.5.29.17", new byte[] { 0x30, 2, 0x82, 9 })]
    [InlineData("2.5.29.17", new byte[] { 0x30, 4, 0xA4, 2, 5, 0 })]
    public void What_cannot_be_read_ends_a_path(string oid, byte[] value)
    {
        var anchor = SomeCa.Root("Anchor");

        SomeAnchors.AssertNone(
            anchor.Find(anchor.Issue("Damaged", change: SomeExtensions.Added(oid, true, value)))[0], "cannot be read");
    }

    private static void AssertAllowed(
        bool isAllowed, string? permitted, string? excluded, string subject, string? names = null, bool critical = true)
    {
        var anchor = SomeCa.Root("Anchor", change: SomeExtensions.Constraints(permitted, excluded, critical));
        var issuing = anchor.Issue(subject, change: names is null ? null : SomeExtensions.AlternativeNames(names));

        Assert.Equal(isAllowed, anchor.Find(issuing)[0].Path is not null);
    }
}
