using Infra.TrustManager.Admission;
using Infra.TrustManager.Tests.CaCertificates;

namespace Infra.TrustManager.Tests.Admission;

public sealed class ThumbprintAnchorTests
{
    private readonly SomeCa _anchor = SomeCa.Root("Anchor");

    [Fact]
    public void An_anchor_that_is_named_by_thumbprint_counts_while_a_source_lists_it_and_is_kept()
    {
        var issuing = _anchor.Issue("Issuing");

        var admitted = new SomeListing { Found = [_anchor, issuing], Thumbprints = [_anchor.Thumbprint] }.Decide();

        Assert.Equal(2, admitted.Certificates.Count);
        Assert.Equal([new KeptAnchor(_anchor.Thumbprint, _anchor.Ca.Pem)], admitted.Anchors);
        Assert.Empty(admitted.Notes);
    }

    [Fact]
    public void What_was_kept_counts_when_the_source_lists_it_no_longer()
    {
        var (cross, root) = (SomeCa.Root("Next").Renewed(_anchor), SomeCa.Root("Stranger"));
        KeptAnchor[] kept = [new(_anchor.Thumbprint, _anchor.Pem)];

        var admitted = new SomeListing { Found = [cross, root], Thumbprints = [_anchor.Thumbprint], Kept = kept, Registered = [_anchor] }
            .Decide();

        Assert.Contains("\"CN=Anchor\" is missing", admitted.Withheld.Single(one => one.Certificate!.CommonName == "Next").Reason, StringComparison.Ordinal);
        Assert.Equal(_anchor.Ca.Pem, Assert.Single(admitted.Anchors).Pem);
    }

    [Fact]
    public void An_edited_state_does_not_make_another_certificate_an_anchor()
    {
        var forged = SomeCa.Root("Forged");
        KeptAnchor[] kept = [new(_anchor.Thumbprint, forged.Pem)];

        var admitted = new SomeListing { Pinned = [_anchor], Found = [forged], Thumbprints = [SomeCa.Root().Thumbprint], Kept = kept }
            .Decide();
        var same = new SomeListing { Found = [forged], Thumbprints = [_anchor.Thumbprint], Kept = kept }.Decide();

        Assert.Equal(["Anchor"], admitted.Certificates.Select(one => one.CommonName));
        Assert.Empty(same.Certificates);
        Assert.Empty(same.Anchors);
    }

    [Fact]
    public void An_anchor_that_was_never_seen_is_a_note()
    {
        var admitted = new SomeListing { Pinned = [_anchor], Thumbprints = [new string('A', 64)] }.Decide();

        Assert.Contains("is in no source and never was", Assert.Single(admitted.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_anchor_that_is_expired_vouches_for_nothing_and_is_a_note()
    {
        var expired = SomeCa.Root("Expired", days: 300);

        var admitted = new SomeListing { Pinned = [_anchor], Found = [expired.Issue("Below", 3000)], Anchors = [expired] }.Decide();

        Assert.Contains("expired on", Assert.Single(admitted.Notes), StringComparison.Ordinal);
        Assert.Equal("Below", Assert.Single(admitted.Withheld).Certificate!.CommonName);
    }
}
