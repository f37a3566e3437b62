namespace Infra.TrustManager.Tests.CaCertificates.Anchors;

public sealed class ForgedBundleTests
{
    private readonly SomeCa _anchor = SomeCa.Root("Anchor");

    [Fact]
    public void The_certificate_of_a_person_vouches_for_nothing()
    {
        var person = _anchor.Issue("Alice", change: SomeExtensions.EndEntity);
        var forged = person.Issue("Forged");

        var results = _anchor.Find(person, forged);

        SomeAnchors.AssertNone(results[0], "'Alice'", "is not a CA's by its basic constraints");
        SomeAnchors.AssertNone(
            results[1], "'Forged'", "names CA certificate 'Alice'", "is not a CA's by its basic constraints");
    }

    [Fact]
    public void A_namesake_of_the_anchor_with_another_key_vouches_for_nothing()
    {
        var namesake = SomeCa.Root("Anchor");
        var forged = namesake.Issue("Forged");

        var results = _anchor.Find(namesake, forged);

        SomeAnchors.AssertNone(results[0], "its key did not make the signature");
        SomeAnchors.AssertNone(results[1], "'Forged'", "its key did not make the signature");
    }

    [Fact]
    public void A_namesake_that_claims_the_key_identifier_of_the_anchor_vouches_for_nothing()
    {
        var keyId = _anchor.Certificate.Extensions["2.5.29.14"]!.RawData;
        var namesake = SomeCa.Root("Anchor", keyIds: false, change: SomeExtensions.Added("2.5.29.14", false, keyId));

        Assert.All(_anchor.Find(namesake, namesake.Issue("Forged")), result => Assert.Null(result.Path));
    }

    [Fact]
    public void A_CA_without_keyCertSign_vouches_for_nothing()
    {
        var crlSigner = _anchor.Issue("CRL Signer", change: SomeExtensions.WithoutCertSign);

        var results = _anchor.Find(crlSigner, crlSigner.Issue("Forged"));

        SomeAnchors.AssertNone(results[0], "without KeyCertSign");
        SomeAnchors.AssertNone(results[1], "names CA certificate 'CRL Signer'", "without KeyCertSign");
    }

    [Fact]
    public void No_CA_follows_where_the_path_length_allows_none()
    {
        var issuing = _anchor.Issue("Issuing", change: SomeExtensions.PathLength(0));

        var results = _anchor.Find(issuing, issuing.Issue("Forged"));

        SomeAnchors.AssertPath(results[0], issuing, _anchor);
        SomeAnchors.AssertNone(results[1], "'Issuing'", "allows 0 CA certificates below it", "'Forged'");
    }

    [Fact]
    public void Nothing_follows_an_expired_link()
    {
        var expired = _anchor.Issue("Expired", days: 100);

        var results = _anchor.Find(expired, expired.Issue("Forged"));

        SomeAnchors.AssertNone(results[0], "'Expired'", "expired on 2026-04-11 00:00 UTC");
        SomeAnchors.AssertNone(results[1], "names CA certificate 'Expired'", "expired on 2026-04-11 00:00 UTC");
    }

    [Fact]
    public void A_root_that_the_anchor_cross_certified_counts_with_all_below_it()
    {
        var root = SomeCa.Root("Partner Root");
        var cross = root.Renewed(_anchor);
        var issuing = root.Issue("Partner Issuing");

        var results = _anchor.Find(issuing, root, cross);

        SomeAnchors.AssertPath(results[0], issuing, cross, _anchor);
        SomeAnchors.AssertPath(results[1], root, cross, _anchor);
        SomeAnchors.AssertPath(results[2], cross, _anchor);
    }

    [Fact]
    public void A_root_without_its_cross_certificate_has_no_path()
    {
        var root = SomeCa.Root("Partner Root");

        var results = _anchor.Find(root, root.Issue("Partner Issuing"));

        SomeAnchors.AssertNone(results[0], "'Partner Root'", "is self-signed and is no trust anchor");
        SomeAnchors.AssertNone(
            results[1], "names CA certificate 'Partner Root'", "is self-signed and is no trust anchor");
    }

    [Fact]
    public void A_cross_certificate_for_the_name_of_a_root_with_another_key_does_not_count()
    {
        var (root, stranger) = (SomeCa.Root("Partner Root"), SomeCa.Root("Partner Root"));

        var results = _anchor.Find(stranger, root.Renewed(_anchor));

        SomeAnchors.AssertNone(results[0], "its key did not make the signature");
        Assert.NotNull(results[1].Path);
    }
}
