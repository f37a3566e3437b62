using System.Text.Json.Nodes;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CaRenewal;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Tests.CaCertificates;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>What a renewal may not change about a CA that has CAs and certificates below it.</summary>
public sealed class RenewalChangeTests
{
    [Fact]
    public async Task A_path_length_in_the_settings_that_is_tighter_than_the_present_one_orders_nothing()
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 300, pathLength: 1);

        var answer = await account.RunAsync();

        Assert.Contains("path length 0 instead of 1", Error(answer), StringComparison.Ordinal);
        Assert.Empty(account.Parent!.Orders);
        Assert.Empty(account.Ca.Imported);
    }

    [Theory]
    [InlineData("2.5.29.32", "certificate policies")]
    [InlineData("2.5.29.36", "policy constraints")]
    [InlineData("2.5.29.37", "extended key usage")]
    public async Task An_extension_that_no_template_certainly_carries_is_not_dropped_silently(string oid, string name)
    {
        using var account = new RenewalAccount(
            subordinate: true, daysLeft: 300, change: SomeExtensions.Added(oid, critical: false, [0x30, 0]));

        var answer = await account.RunAsync();

        Assert.Contains($"no {name}, which the present one has", Error(answer), StringComparison.Ordinal);
        Assert.Empty(account.Parent!.Orders);
    }

    [Fact]
    public async Task Name_constraints_are_kept()
    {
        using var account = new RenewalAccount(
            subordinate: true, daysLeft: 300, change: SomeExtensions.Constraints("dns:corp.example.mil", null));
        var before = Constraints(account.Ca.Certificate!);

        await account.RunAsync();

        Assert.Single(account.Ca.Imported);
        Assert.Equal(before, Constraints(account.Ca.Certificate!));
    }

    [Fact]
    public async Task Name_constraints_of_a_root_are_not_dropped_silently()
    {
        using var account = new RenewalAccount(
            daysLeft: 300, change: SomeExtensions.Constraints("dns:corp.example.mil", null));

        var answer = await account.RunAsync();

        Assert.Contains("no name constraints, which the present one has", Error(answer), StringComparison.Ordinal);
        Assert.Empty(account.Ca.Orders);
    }

    [Fact]
    public async Task A_parent_that_did_not_issue_the_present_certificate_orders_nothing()
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 300);
        var now = account.Time.GetUtcNow();
        account.Parent!.Certificate = new CaKey("Other Root CA").SelfSigned(now.AddYears(-1), now.AddYears(20));

        var answer = await account.RunAsync();

        Assert.Contains("did not issue the present certificate", Error(answer), StringComparison.Ordinal);
        Assert.Empty(account.Parent.Orders);
    }

    [Fact]
    public async Task A_renewal_that_would_be_refused_is_told_at_once_and_is_in_the_plan()
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 3000, pathLength: 1);

        await account.RunDaysAsync(3);
        var plan = await account.AskAsync(new JsonObject { ["request"] = "plan" });

        var message = Assert.Single(account.Topic.Told);
        Assert.Contains("path length 0 instead of 1", message.Text, StringComparison.Ordinal);
        Assert.Contains("path length 0 instead of 1", plan!["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CA_with_a_CA_below_it_keeps_its_path_length_where_no_setting_says_it()
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 300, pathLength: 1) { Settings = Unset };

        await account.RunAsync();

        Assert.Single(account.Ca.Imported);
        Assert.Equal(1, ParsedCertificate.FromDer(account.Ca.Certificate!.CertificateDer()).PathLength);
    }

    [Fact]
    public async Task A_certificate_without_a_path_length_is_renewed_with_one_only_where_that_is_allowed()
    {
        using var refused = new RenewalAccount(subordinate: true, daysLeft: 300, pathLength: null) { Settings = Unset };
        using var allowed = new RenewalAccount(subordinate: true, daysLeft: 300, pathLength: null)
        {
            Settings = Allowing(RenewalChange.PathLength),
        };

        var answer = await refused.RunAsync();
        await allowed.RunAsync();

        Assert.Contains("path length 3 instead of unlimited", Error(answer), StringComparison.Ordinal);
        Assert.Contains("allowChanges: [\"pathLength\"]", Error(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("leave it out", Error(answer), StringComparison.Ordinal);
        Assert.Empty(refused.Parent!.Orders);
        Assert.Equal(3, ParsedCertificate.FromDer(allowed.Ca.Certificate!.CertificateDer()).PathLength);
    }

    [Fact]
    public async Task The_plan_shows_what_is_allowed_and_what_is_allowed_without_effect()
    {
        using var account = new RenewalAccount(subordinate: true, pathLength: null)
        {
            Settings = Allowing(RenewalChange.PathLength, RenewalChange.ExtendedKeyUsage),
        };

        var plan = await account.AskAsync(new JsonObject { ["request"] = "plan" });

        var text = plan!["text"]!.GetValue<string>();
        Assert.Contains("will have path length 3 instead of unlimited", text, StringComparison.Ordinal);
        Assert.Contains("names extendedKeyUsage, in which the renewed certificate does not differ", text, StringComparison.Ordinal);
        Assert.Empty(account.Topic.Told);
    }

    [Fact]
    public async Task A_renewal_by_another_CA_names_its_root_with_the_lines_that_publish_it()
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 366, issuerName: "Former Root CA")
        {
            Settings = Allowing(RenewalChange.Issuer),
        };
        await account.RunAsync();

        await account.RunDaysAsync(2);

        var lines = Assert.Single(account.Topic.Told).Text.Split('\n');
        var hash = RenewalAccount.ThumbprintOf(account.Parent!.Certificate!).ToLowerInvariant();
        var at = Array.FindIndex(lines, line => line.Contains("The new root 'Agency Root CA'", StringComparison.Ordinal));
        Assert.Contains(hash, lines[at], StringComparison.Ordinal);
        Assert.Equal(
            [
                $"curl.exe -o above-1.cer http://crl.corp.example.mil/aia/{Some.Ca.CaId}-chain-1.cer",
                "certutil -hashfile above-1.cer SHA256",
                "certutil -dspublish -f above-1.cer RootCA",
                "",
                $"curl.exe -o ca.cer http://crl.corp.example.mil/aia/{Some.Ca.CaId}.cer",
            ],
            lines[(at + 2)..(at + 7)]);
        Assert.Contains("certutil -dspublish -f ca.cer SubCA", lines);
        Assert.Contains("certutil -dspublish -f ca.cer NTAuthCA", lines);
    }

    [Fact]
    public async Task A_renewal_by_the_present_issuer_names_no_root()
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 366);
        await account.RunAsync();

        await account.RunDaysAsync(2);

        Assert.DoesNotContain("new root", Assert.Single(account.Topic.Told).Text, StringComparison.Ordinal);
    }

    private static RenewalSettings Unset => Allowing();

    private static RenewalSettings Allowing(params RenewalChange[] changes) => SomeRenewal.SubordinateSettings with
    {
        Reissue = SomeRenewal.SubordinateReissue with { PathLength = null, AllowChanges = changes },
    };

    private static string Error(JsonNode? answer) => answer!["error"]?.GetValue<string>() ?? "";

    private static byte[] Constraints(CertificateAndChain certificate) =>
        ParsedCertificate.FromDer(certificate.CertificateDer()).Certificate.Extensions
            .FirstOrDefault(extension => extension.Oid?.Value == "2.5.29.30")?.RawData ?? [];
}
