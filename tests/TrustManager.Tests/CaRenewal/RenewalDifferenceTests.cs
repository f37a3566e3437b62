using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaRenewal;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.Tests.CaCertificates;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>What is ordered for every combination of a present certificate and settings.</summary>
public sealed class RenewalDifferenceTests
{
    private const string NameConstraints = "2.5.29.30";

    private static readonly string[] Limiting = [NameConstraints, "2.5.29.32", "2.5.29.36", "2.5.29.37"];

    private static readonly CaKey Other = new("Other Root CA");

    private static readonly IReadOnlyList<RenewalChange> All = Enum.GetValues<RenewalChange>();

    /// <summary>Path lengths of the present certificate, -1 for no limit.</summary>
    public static TheoryData<int> PathLengths => new(-1, 0, 1, 2, 3, 4);

    [Theory]
    [MemberData(nameof(PathLengths))]
    public void What_is_ordered_tightens_and_drops_nothing_that_no_setting_allows(int present)
    {
        int? limit = present < 0 ? null : present;
        var ordered = 0;
        foreach (var (extensions, isSameParent) in Certificates())
        {
            var view = SomeRenewal.Subordinate(
                isSameParent ? SomeRenewal.ParentKey : Other, 300, 5000, limit, Having(extensions));
            foreach (var settings in Settings())
            {
                var length = settings.PathLength ?? Math.Min(limit ?? 3, 3);
                RenewalChange[] lost =
                [
                    .. length < (limit ?? int.MaxValue) ? [RenewalChange.PathLength] : Array.Empty<RenewalChange>(),
                    .. extensions.Where(oid => oid != NameConstraints).Select(Change),
                    .. isSameParent ? [] : new[] { RenewalChange.Issuer },
                ];
                var plan = RenewalPlan.For(view, null, settings, SomeRenewal.Now);
                if (lost.Except(settings.AllowChanges).Any())
                {
                    Assert.Empty(plan.Steps);
                    Assert.StartsWith("changes-", plan.Refusal?.Code, StringComparison.Ordinal);
                    Assert.Equal(plan.Refusal, RenewalPlan.Foreseen(view, settings));
                    continue;
                }

                ordered++;
                var order = Assert.IsType<RenewalStep.Order>(plan.Steps[0]);
                var passes = extensions.Contains(NameConstraints);
                Assert.EndsWith(
                    $"/SubordinateCACertificate_PathLen{length}{(passes ? "_APIPassthrough" : "")}/V1",
                    order.Template,
                    StringComparison.Ordinal);
                Assert.Equal(passes ? NameConstraints : null, order.Extensions.SingleOrDefault()?.ObjectIdentifier);
                Assert.Null(RenewalPlan.Foreseen(view, settings));
            }
        }

        Assert.True(ordered > 0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public void A_root_may_lose_its_path_length_but_no_other_limit(int? pathLength)
    {
        foreach (var oid in Limiting)
        {
            var view = SomeRenewal.Root(Having([oid])!, pathLength);

            var plan = RenewalPlan.For(view, null, SomeRenewal.Reissue, SomeRenewal.Now);
            var allowed = RenewalPlan.For(
                view, null, SomeRenewal.Reissue with { AllowChanges = [Change(oid)] }, SomeRenewal.Now);

            Assert.Empty(plan.Steps);
            Assert.Equal(2, allowed.Steps.Count);
        }

        Assert.Equal(
            2,
            RenewalPlan.For(
                SomeRenewal.Root(_ => { }, pathLength), null, SomeRenewal.Reissue, SomeRenewal.Now).Steps.Count);
    }

    [Fact]
    public void An_extension_that_is_longer_than_the_service_takes_is_not_ordered()
    {
        var view = SomeRenewal.Subordinate(
            SomeRenewal.ParentKey, 300, 5000, 0, SomeExtensions.Added("2.5.29.30", true, new byte[3073]));

        var plan = RenewalPlan.For(view, null, SomeRenewal.SubordinateReissue, SomeRenewal.Now);

        Assert.Equal("changes-nameConstraints", plan.Refusal?.Code);
    }

    [Fact]
    public void Another_CA_of_the_same_name_is_another_issuer()
    {
        var view = SomeRenewal.Subordinate(new CaKey("Agency Root CA"), 300, 5000, 0, null);

        var plan = RenewalPlan.For(view, null, SomeRenewal.SubordinateReissue, SomeRenewal.Now);

        Assert.Contains("whose key did not issue", plan.Refusal?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_change_has_a_name_and_no_other_name_has_a_change()
    {
        Assert.Equal(
            ["pathLength", "nameConstraints", "certificatePolicies", "policyConstraints", "extendedKeyUsage", "issuer"],
            RenewalChangeName.All);
        Assert.Equal(All, RenewalChangeName.All.Select(RenewalChangeName.Find).OfType<RenewalChange>());
        Assert.All(["", "0", "PathLength", "pathlength", "all"], name => Assert.Null(RenewalChangeName.Find(name)));
    }

    private static IEnumerable<(string[] Extensions, bool IsSameParent)> Certificates() =>
        from mask in Enumerable.Range(0, 1 << Limiting.Length)
        from isSameParent in new[] { true, false }
        select (Limiting.Where((_, index) => (mask >> index & 1) == 1).ToArray(), isSameParent);

    private static IEnumerable<ReissueSettings> Settings() =>
        from pathLength in new int?[] { null, 0, 1, 3 }
        from allowed in Allowed()
        select SomeRenewal.SubordinateReissue with { PathLength = pathLength, AllowChanges = allowed };

    private static IEnumerable<IReadOnlyList<RenewalChange>> Allowed() =>
    [
        [],
        .. All.Select(one => new[] { one }),
        [RenewalChange.PathLength, RenewalChange.Issuer],
        All,
    ];

    private static Action<CertificateRequest>? Having(string[] oids) => request =>
    {
        foreach (var oid in oids)
        {
            SomeExtensions.Added(oid, critical: false, [0x30, 0])(request);
        }
    };

    private static RenewalChange Change(string oid) =>
        LimitingExtension.All.Single(extension => extension.ObjectIdentifier == oid).Change;
}
