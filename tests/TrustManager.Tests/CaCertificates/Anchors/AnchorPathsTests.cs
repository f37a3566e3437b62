using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CaCertificates.Anchors;

namespace Infra.TrustManager.Tests.CaCertificates.Anchors;

public sealed class AnchorPathsTests
{
    private readonly SomeCa _anchor = SomeCa.Root("Anchor");

    [Fact]
    public void What_only_names_a_CA_as_its_issuer_does_not_use_up_the_search()
    {
        var constraints = string.Join(' ', Enumerable.Range(0, 100).Select(number => $"dns:x{number}.example"));
        var names = SomeExtensions.AlternativeNames(
            string.Join(' ', Enumerable.Range(0, 700).Select(number => $"dns:n{number}.example")));
        var anchor = SomeCa.Root("Anchor", change: SomeExtensions.Constraints(null, constraints));
        var forger = SomeCa.Root("Anchor");
        var good = anchor.Issue("Good");

        var results = anchor.Find([.. Enumerable.Range(0, 10).Select(number => forger.Issue($"Junk {number}", change: names)), good]);

        SomeAnchors.AssertPath(results[^1], good, anchor);
        SomeAnchors.AssertNone(results[0], "its key did not make the signature");
    }

    [Fact]
    public void A_path_names_every_certificate_from_the_candidate_to_the_anchor()
    {
        var policy = _anchor.Issue("Policy");
        var issuing = policy.Issue("Issuing");

        var path = _anchor.Find(issuing, policy)[0].Path!;

        Assert.Equal(
            $"CA certificate 'Issuing' (SHA-256 {issuing.Thumbprint[..16]}...), issued by CA certificate 'Policy' "
            + $"(SHA-256 {policy.Thumbprint[..16]}...), issued by trust anchor 'Anchor' (SHA-256 "
            + $"{_anchor.Thumbprint[..16]}...)",
            path.Describe());
    }

    [Fact]
    public void The_anchor_itself_has_a_path_of_one()
    {
        var result = _anchor.Find(_anchor)[0];

        SomeAnchors.AssertPath(result, _anchor);
        Assert.EndsWith("is a trust anchor", result.Path!.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_anchor_that_is_no_root_vouches_for_what_is_below_it_alone()
    {
        var policy = _anchor.Issue("Policy");
        var issuing = policy.Issue("Issuing");

        var results = policy.Find(issuing, _anchor);

        SomeAnchors.AssertPath(results[0], issuing, policy);
        SomeAnchors.AssertNone(results[1], "is self-signed");
    }

    [Fact]
    public void Without_anchors_nothing_has_a_path() =>
        SomeAnchors.AssertNone(SomeAnchors.Find([], [_anchor])[0], "is no trust anchor");

    [Fact]
    public void An_issuer_that_was_not_read_is_named() =>
        SomeAnchors.AssertNone(
            _anchor.Find(SomeCa.Root("Other Root").Issue("Stray"))[0],
            "\"CN=Other Root\"",
            "neither a trust anchor nor among the certificates");

    [Fact]
    public void A_renewed_root_has_a_path_to_the_one_before_it_with_the_same_key()
    {
        var renewed = _anchor.Renewed(days: 7000);

        SomeAnchors.AssertPath(_anchor.Find(renewed)[0], renewed, _anchor);
    }

    [Fact]
    public void A_new_key_of_the_root_has_a_path_when_the_old_key_certified_it()
    {
        var newKey = SomeKey.P256();
        var linked = _anchor.Issue("Anchor", key: newKey);
        var root = SomeCa.Root("Anchor", key: newKey);

        var results = _anchor.Find(root, linked);

        SomeAnchors.AssertPath(results[0], root, linked, _anchor);
        SomeAnchors.AssertPath(results[1], linked, _anchor);
    }

    [Fact]
    public void A_candidate_may_begin_later_but_what_issued_it_may_not()
    {
        var successor = _anchor.Issue("Successor", from: SomeAnchors.Now.AddDays(30));

        var results = _anchor.Find(successor, successor.Issue("Early"));

        SomeAnchors.AssertPath(results[0], successor, _anchor);
        SomeAnchors.AssertNone(
            results[1], "names CA certificate 'Successor'", "is valid only from 2026-06-30 00:00 UTC");
    }

    [Fact]
    public void An_anchor_that_begins_later_counts_for_itself_alone()
    {
        var later = SomeAnchors.Now.AddDays(30);
        var anchor = _anchor.Issue("Later", from: later);

        var results = anchor.Find(anchor, anchor.Issue("Below"));

        SomeAnchors.AssertPath(results[0], anchor);
        SomeAnchors.AssertNone(results[1], "is valid only from");
    }

    [Fact]
    public void An_expired_anchor_vouches_for_nothing()
    {
        var issuing = _anchor.Issue("Issuing", days: 9000);
        var results = SomeAnchors.Find([_anchor], [issuing, _anchor], SomeCa.From.AddDays(3651));

        SomeAnchors.AssertNone(results[0], "names CA certificate 'Anchor'", "expired on 2035-12-30");
        SomeAnchors.AssertNone(results[1], "'Anchor'", "expired on 2035-12-30");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_certificate_is_valid_until_the_last_second_of_its_notAfter(int seconds, bool isValid)
    {
        var result = SomeAnchors.Find([_anchor], [_anchor], SomeCa.From.AddDays(3650).AddSeconds(seconds))[0];

        Assert.Equal(isValid, result.Path is not null);
    }

    [Fact]
    public void The_path_length_of_the_anchor_counts()
    {
        var anchor = SomeCa.Root("Short", change: SomeExtensions.PathLength(1));
        var policy = anchor.Issue("Policy");

        var results = anchor.Find(policy, policy.Issue("Issuing"));

        SomeAnchors.AssertPath(results[0], policy, anchor);
        SomeAnchors.AssertNone(results[1], "'Short'", "allows 1 CA certificates below it");
    }

    [Fact]
    public void Self_issued_certificates_do_not_count_for_path_lengths()
    {
        var anchor = SomeCa.Root("Short", change: SomeExtensions.PathLength(1));
        var newKey = anchor.Issue("Short");
        var policy = newKey.Issue("Policy");

        var results = anchor.Find(newKey, policy, policy.Issue("Issuing"));

        SomeAnchors.AssertPath(results[0], newKey, anchor);
        SomeAnchors.AssertPath(results[1], policy, newKey, anchor);
        Assert.Null(results[2].Path);
    }

    [Fact]
    public void A_longer_path_is_found_when_the_shorter_one_allows_nothing_below()
    {
        var direct = _anchor.Issue("Partner", change: SomeExtensions.PathLength(0));
        var bridge = _anchor.Issue("Bridge");
        var bridged = direct.Renewed(bridge);
        var issuing = direct.Issue("Issuing");

        var results = _anchor.Find(issuing, direct, bridged, bridge);

        SomeAnchors.AssertPath(results[0], issuing, bridged, bridge, _anchor);
    }

    [Fact]
    public void A_longer_path_to_the_same_certificate_counts_when_it_allows_more_below()
    {
        var limited = _anchor.Issue("Partner", change: SomeExtensions.PathLength(1));
        var bridge = _anchor.Issue("Bridge");
        var bridged = limited.Renewed(bridge);
        var policy = limited.Issue("Policy");
        var issuing = policy.Issue("Issuing");

        var results = _anchor.Find(issuing, policy, limited, bridged, bridge);

        SomeAnchors.AssertPath(results[0], issuing, policy, bridged, bridge, _anchor);
        SomeAnchors.AssertPath(results[1], policy, limited, _anchor);
    }

    [Fact]
    public void CAs_that_certify_each_other_without_an_anchor_have_no_path()
    {
        var (one, other) = (SomeCa.Root("One"), SomeCa.Root("Other"));

        Assert.All(
            _anchor.Find(one.Renewed(other), other.Renewed(one)),
            result => SomeAnchors.AssertNone(result, "'One'", "'Other'", "has no path to a trust anchor"));
    }

    [Fact]
    public void A_path_has_ten_certificates_at_most()
    {
        var chain = new List<SomeCa> { _anchor };
        for (var number = 2; number <= AnchorPaths.MaxLength + 1; number++)
        {
            chain.Add(chain[^1].Issue($"CA {number}"));
        }

        var results = _anchor.Find([.. chain.Skip(1)]);

        Assert.Equal(AnchorPaths.MaxLength, results[^2].Path!.Certificates.Count);
        SomeAnchors.AssertNone(results[^1], "10 certificates from a trust anchor already");
    }

    [Theory]
    [InlineData("1.3.6.1.4.1.99999.1", true, false)]
    [InlineData("1.3.6.1.4.1.99999.1", false, true)]
    [InlineData("2.5.29.36", true, true)]
    public void A_critical_extension_that_is_unknown_ends_a_path(string oid, bool critical, bool found)
    {
        var policy = _anchor.Issue("Policy", change: SomeExtensions.Added(oid, critical, [0x30, 3, 0x80, 1, 0]));
        var results = _anchor.Find(policy, policy.Issue("Issuing"));

        Assert.All(results, result => Assert.Equal(found, result.Path is not null));
        Assert.True(
            found || results[0].Reason!.Contains($"has the critical extension {oid}", StringComparison.Ordinal));
    }

    [Fact]
    public void An_extension_that_is_there_twice_ends_a_path()
    {
        var twice = _anchor
            .Issue("Twice", change: SomeExtensions.Added("2.5.29.18", false, [4, 1, 1]))
            .Patched(_anchor, content => Replaced(content, [0x55, 0x1D, 18], [0x55, 0x1D, 14]));

        SomeAnchors.AssertNone(_anchor.Find(twice)[0], "has the extension 2.5.29.14 twice");
    }

    [Theory]
    [InlineData("SHA256", true)]
    [InlineData("SHA384", true)]
    [InlineData("SHA512", true)]
    [InlineData("SHA1", false)]
    public void RSA_signatures_count_with_hashes_that_cannot_be_forged(string hash, bool found)
    {
        var anchor = SomeCa.Root("Rsa Anchor", key: SomeKey.Rsa(2048, new HashAlgorithmName(hash)));
        var issuing = anchor.Issue("Issuing");

        var result = anchor.Find(issuing)[0];

        Assert.Equal(found, result.Path is not null);
        Assert.True(found || result.Reason!.Contains("signed with SHA-1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_root_may_have_signed_itself_with_SHA_1()
    {
        using var key = RSA.Create(2048);
        var root = SomeCa.Root("Old Root", key: SomeKey.Rsa(key, HashAlgorithmName.SHA1));
        var cross = root.Renewed(_anchor);

        SomeAnchors.AssertPath(_anchor.Find(root, cross)[0], root, cross, _anchor);
    }

    [Fact]
    public void Curves_of_NIST_count()
    {
        var p384 = _anchor.Issue("P-384", key: SomeKey.Ec(ECCurve.NamedCurves.nistP384, HashAlgorithmName.SHA384));
        var p521 = p384.Issue("P-521", key: SomeKey.Ec(ECCurve.NamedCurves.nistP521, HashAlgorithmName.SHA512));
        var issuing = p521.Issue("Issuing");

        SomeAnchors.AssertPath(_anchor.Find(issuing, p384, p521)[0], issuing, p521, p384, _anchor);
    }

    [Fact]
    public void Keys_that_are_too_short_end_a_path()
    {
        var weak = _anchor.Issue("Weak", key: SomeKey.Rsa(1024, HashAlgorithmName.SHA256));

        var results = _anchor.Find(weak, weak.Issue("Forged"));

        SomeAnchors.AssertNone(results[0], "has an RSA key of 1024 bits; allowed are 2048 to 8192");
        SomeAnchors.AssertNone(results[1], "'Weak'", "has an RSA key of 1024 bits");
    }

    [Fact]
    public void A_signature_that_cannot_be_verified_here_is_no_path()
    {
        using var key = RSA.Create(2048);
        var pss = X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pss);
        var request = new CertificateRequest(
            new X500DistinguishedName("CN=Pss"), pss.PublicKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var anchor = request.Create(request.SubjectName, pss, SomeCa.From, SomeCa.From.AddDays(900), [1, 1]);
        using var again = request.Create(request.SubjectName, pss, SomeCa.From, SomeCa.From.AddDays(901), [1, 2]);
        X509Certificate2[] both = [anchor, again];
        var read = both.Select(one => ParsedCertificate.FromDer(one.RawData).ToCaCertificate(null)).ToList();

        var result = AnchorPaths.Find([read[1]], [read[0]], SomeAnchors.Now, CancellationToken.None)[0];

        SomeAnchors.AssertNone(result, "1.2.840.113549.1.1.10", "cannot be verified here");
    }

    [Fact]
    public void A_signature_whose_algorithm_is_another_in_the_signed_part_is_none()
    {
        byte[] sha256 = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2];
        byte[] sha384 = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 3];
        var issuing = _anchor.Issue("Issuing");

        SomeAnchors.AssertNone(
            _anchor.Find(issuing.Patched(_anchor, content => Replaced(content, sha256, sha384)))[0],
            "its key did not make the signature");
        Assert.NotNull(_anchor.Find(issuing.Patched(_anchor, content => content))[0].Path);
    }

    [Fact]
    public void A_search_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() =>
            AnchorPaths.Find([_anchor.Ca], [_anchor.Ca], SomeAnchors.Now, new CancellationToken(canceled: true)));

    private static byte[] Replaced(byte[] content, byte[] old, byte[] replacement)
    {
        var at = content.AsSpan().IndexOf(old);
        replacement.CopyTo(content, at);
        return content;
    }
}
