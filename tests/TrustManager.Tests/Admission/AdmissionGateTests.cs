using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.Admission;
using Infra.TrustManager.Tests.CaCertificates;

namespace Infra.TrustManager.Tests.Admission;

public sealed class AdmissionGateTests
{
    private readonly SomeCa _anchor = SomeCa.Root("Anchor");
    private readonly SomeCa _stranger = SomeCa.Root("Stranger");

    [Fact]
    public void What_is_pinned_needs_no_anchor()
    {
        var admitted = new SomeListing { Pinned = [_stranger, _stranger.Issue("Below")] }.Decide();

        Assert.Equal(["Stranger", "Below"], Names(admitted));
        Assert.Empty(admitted.Problems);
        Assert.Empty(admitted.Withheld);
        Assert.Empty(admitted.Reasons);
    }

    [Fact]
    public void What_has_a_path_may_be_registered_and_the_path_is_the_reason()
    {
        var issuing = _anchor.Issue("Issuing");

        var admitted = new SomeListing { Found = [issuing, _anchor], Anchors = [_anchor] }.Decide();

        Assert.Equal(["Anchor", "Issuing"], Names(admitted));
        var reason = admitted.Reasons[issuing.Thumbprint];
        Assert.Equal(AdmissionKind.Path, reason.Kind);
        Assert.Equal(SomeListing.Origin(issuing), reason.Origin);
        Assert.StartsWith("s3://team-bucket/cas/Issuing.pem lists it, and a path leads to a trust anchor", reason.Text, StringComparison.Ordinal);
        Assert.Contains($"trust anchor 'Anchor' (SHA-256 {_anchor.Thumbprint[..16]}", reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_path_awaits_approval_and_stops_nothing()
    {
        var issuing = _anchor.Issue("Issuing");

        var admitted = new SomeListing { Pinned = [_anchor], Found = [_stranger, issuing], Anchors = [_anchor] }.Decide();

        Assert.Equal(["Anchor", "Issuing"], Names(admitted));
        Assert.Empty(admitted.Problems);
        var withheld = Assert.Single(admitted.Withheld);
        Assert.Equal((WithheldKind.AwaitsApproval, "Stranger"), (withheld.Kind, withheld.Certificate!.CommonName));
        Assert.Contains("is self-signed and is no trust anchor", withheld.Reason, StringComparison.Ordinal);
        Assert.Equal(_stranger.Thumbprint, Assert.Single(admitted.Awaiting).Thumbprint);
    }

    [Fact]
    public void A_cross_certificate_vouches_for_the_root_of_the_same_name_and_key()
    {
        var cross = _stranger.Renewed(_anchor);

        var admitted = new SomeListing { Found = [_stranger, cross, _anchor], Anchors = [_anchor] }.Decide();

        Assert.Equal(3, admitted.Certificates.Count);
        Assert.Empty(admitted.Withheld);
    }

    [Fact]
    public void An_approval_is_for_one_thumbprint()
    {
        var below = _stranger.Issue("Below");

        var admitted = new SomeListing { Found = [_stranger, below], Approved = [_stranger] }.Decide();

        Assert.Equal(["Stranger"], Names(admitted));
        Assert.Equal(AdmissionKind.Approved, admitted.Reasons[_stranger.Thumbprint].Kind);
        Assert.Equal("Below", Assert.Single(admitted.Withheld).Certificate!.CommonName);
    }

    [Fact]
    public void A_rejection_outweighs_a_path()
    {
        var admitted = new SomeListing { Found = [_anchor], Anchors = [_anchor], Rejected = [_anchor] }.Decide();

        Assert.Empty(admitted.Certificates);
        Assert.Equal(WithheldKind.Rejected, Assert.Single(admitted.Withheld).Kind);
    }

    [Fact]
    public void What_the_environment_file_names_outweighs_a_rejection()
    {
        var admitted = new SomeListing { Pinned = [_stranger], Found = [_stranger], Rejected = [_stranger] }.Decide();

        Assert.Equal(["Stranger"], Names(admitted));
        Assert.Empty(admitted.Withheld);
    }

    public static TheoryData<string, Action<CertificateRequest>> Unfit => new()
    {
        { "it is not a CA by its basic constraints", SomeExtensions.EndEntity },
        { "without KeyCertSign", SomeExtensions.WithoutCertSign },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void What_no_directory_takes_is_withheld_and_cannot_be_approved(string reason, Action<CertificateRequest> change)
    {
        var unfit = SomeCa.Root("Unfit", change: change);

        var admitted = new SomeListing
        {
            Pinned = [_anchor], Found = [unfit], Anchors = [_anchor, unfit], Approved = [unfit],
        }.Decide();

        Assert.Equal(["Anchor"], Names(admitted));
        Assert.Empty(admitted.Problems);
        var withheld = Assert.Single(admitted.Withheld);
        Assert.Equal(WithheldKind.NotRegistrable, withheld.Kind);
        Assert.Contains(reason, withheld.Reason, StringComparison.Ordinal);
        Assert.Empty(admitted.Awaiting);
    }

    [Fact]
    public void What_the_environment_file_names_and_no_directory_takes_is_a_problem()
    {
        var admitted = new SomeListing { Pinned = [SomeCa.Root("Unfit", change: SomeExtensions.EndEntity)] }.Decide();

        Assert.Contains(admitted.Problems, problem => problem.Contains("is not a CA", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1000, WithheldKind.AwaitsApproval)]
    [InlineData(365 + 60, WithheldKind.NotRegistrable)]
    [InlineData(300, WithheldKind.NotRegistrable)]
    public void Nobody_is_asked_to_approve_what_is_too_near_its_end(int days, WithheldKind kind)
    {
        var admitted = new SomeListing { Pinned = [_anchor], Found = [SomeCa.Root("Stranger", days)] }.Decide();

        Assert.Equal(kind, Assert.Single(admitted.Withheld).Kind);
    }

    [Fact]
    public void What_has_a_path_and_is_too_near_its_end_is_left_to_the_plan()
    {
        var admitted = new SomeListing { Pinned = [_anchor], Found = [_anchor.Issue("Late", 365 + 60)], Anchors = [_anchor] }.Decide();

        Assert.Equal(["Anchor", "Late"], Names(admitted));
    }

    [Fact]
    public void A_chain_whose_root_is_nowhere_is_withheld()
    {
        var policy = _anchor.Issue("Policy");
        var issuing = policy.Issue("Issuing");

        var admitted = new SomeListing { Pinned = [_stranger], Found = [policy, issuing], Anchors = [policy] }.Decide();

        Assert.Equal(["Stranger"], Names(admitted));
        Assert.Empty(admitted.Problems);
        Assert.All(admitted.Withheld, one => Assert.Equal(WithheldKind.NotRegistrable, one.Kind));
        Assert.All(admitted.Withheld, one => Assert.Contains("\"CN=Anchor\" is missing", one.Reason, StringComparison.Ordinal));
        Assert.Empty(admitted.Awaiting);
    }

    [Fact]
    public void What_is_below_a_root_that_awaits_approval_waits_with_it()
    {
        var policy = _anchor.Issue("Policy");
        var issuing = policy.Issue("Issuing");
        var listing = new SomeListing { Found = [_anchor, policy, issuing], Anchors = [policy] };

        var waiting = listing.Decide();
        var approved = (listing with { Approved = [_anchor] }).Decide();

        Assert.Empty(waiting.Certificates);
        Assert.All(waiting.Withheld, one => Assert.Equal(WithheldKind.AwaitsApproval, one.Kind));
        Assert.Contains(waiting.Withheld, one => one.Reason.StartsWith("its issuer 'Anchor'", StringComparison.Ordinal));
        Assert.Equal(3, waiting.Awaiting.Count);
        Assert.Equal(["Anchor", "Policy", "Issuing"], Names(approved));
    }

    [Fact]
    public void What_only_has_the_name_of_a_missing_issuer_is_not_named_as_the_issuer()
    {
        var (policy, forged) = (_anchor.Issue("Policy"), SomeCa.Root("Anchor"));
        var listing = new SomeListing { Found = [forged, policy], Anchors = [policy] };

        var alone = listing.Decide().Withheld.Single(one => one.Certificate!.CommonName == "Policy");
        var beside = (listing with { Found = [forged, policy, _anchor] }).Decide()
            .Withheld.Single(one => one.Certificate!.CommonName == "Policy");

        Assert.Equal(WithheldKind.NotRegistrable, alone.Kind);
        Assert.Contains("\"CN=Anchor\" is missing", alone.Reason, StringComparison.Ordinal);
        Assert.StartsWith($"its issuer 'Anchor' (SHA-256 {_anchor.Thumbprint})", beside.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_names_no_issuer_that_only_has_the_name()
    {
        var (policy, forged) = (_anchor.Issue("Policy"), SomeCa.Root("Anchor"));

        var withheld = new SomeListing { Pinned = [_stranger], Found = [forged, policy] }.Decide()
            .Withheld.Single(one => one.Certificate!.CommonName == "Policy");

        Assert.Contains(
            "names \"CN=Anchor\" as its issuer, which is neither a trust anchor nor among the certificates",
            withheld.Reason,
            StringComparison.Ordinal);
        Assert.DoesNotContain(forged.Thumbprint[..16], withheld.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_registered_completes_the_chains_of_others()
    {
        var policy = _anchor.Issue("Policy");

        var admitted = new SomeListing { Found = [_anchor, policy], Anchors = [policy], Registered = [_anchor] }.Decide();

        Assert.Equal(["Policy"], Names(admitted));
        Assert.Equal("Anchor", Assert.Single(admitted.Withheld).Certificate!.CommonName);
    }

    [Fact]
    public void A_pinned_chain_that_is_not_whole_is_a_problem()
    {
        var admitted = new SomeListing { Pinned = [_anchor.Issue("Policy")], Found = [_anchor] }.Decide();

        Assert.Contains("\"CN=Anchor\" is missing", Assert.Single(admitted.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_stranger_drops_is_nobodys_issuer()
    {
        var policy = _anchor.Issue("Policy", keyIds: false);
        var forged = SomeCa.Root("Anchor", days: 20_000, keyIds: false);

        var admitted = new SomeListing { Pinned = [_anchor, policy], Found = [forged] }.Decide();

        Assert.Empty(admitted.Problems);
        Assert.Equal(_anchor.Thumbprint, admitted.Certificates[1].IssuerThumbprint);
    }

    [Fact]
    public void Only_what_may_be_registered_counts_towards_the_limit()
    {
        var junk = Enumerable.Range(1, 10).Select(number => SomeCa.Root($"Junk {number}"));

        var admitted = new SomeListing { Pinned = [_anchor], Found = [.. junk], Ceiling = 1 }.Decide();
        var tooMany = new SomeListing { Pinned = [_anchor, _stranger], Ceiling = 1 }.Decide();

        Assert.Empty(admitted.Problems);
        Assert.Contains("2 CA certificates are given", Assert.Single(tooMany.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_that_cannot_be_read_is_withheld_and_stops_nothing()
    {
        var unreadable = new WithheldObject(WithheldKind.NotReadable, "it is damaged", new ObjectOrigin("b", "k"));

        var admitted = new SomeListing { Pinned = [_anchor], Unreadable = [unreadable] }.Decide();

        Assert.Empty(admitted.Problems);
        Assert.Equal([unreadable], admitted.Withheld);
    }

    private static IEnumerable<string> Names(AdmittedCertificates admitted) =>
        admitted.Certificates.Select(certificate => certificate.CommonName);
}
