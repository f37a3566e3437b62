using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Tests.DirectoryTrust;
using Infra.TrustManager.Tests.DirectoryTrust.Reconciling;
using Infra.TrustManager.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust;

public sealed class GapEntryTests
{
    private static readonly CaCertificate Old = Ca("Old");
    private static readonly CaCertificate New = Ca("New");

    private static readonly string OldColons =
        string.Join(':', Old.Thumbprint.ToLowerInvariant().Chunk(2).Select(pair => new string(pair)));

    public static TheoryData<string> Known => new("New", "Old", OldColons, "\u200E" + OldColons.Replace(':', ' '), "Theirs", "Waiting");

    [Theory]
    [MemberData(nameof(Known))]
    public void An_entry_may_name_what_is_desired_registered_leaving_or_waiting(string entry)
    {
        var plan = PlanWith(entry, Listed(1, Old), Listed(2, Ca("Theirs")));

        Assert.Empty(plan.Refusals);
        Assert.DoesNotContain(plan.Notes, note => note.Contains("allowGapFor", StringComparison.Ordinal));
    }

    [Fact]
    public void An_entry_that_names_no_certificate_is_refused_with_the_names_there_are()
    {
        var refusal = Assert.Single(PlanWith("Odl", Listed(1, Old), Listed(2, Ca("Theirs"))).Refusals);

        Assert.Contains("allowGapFor for client-side LDAPS names 'Odl'", refusal, StringComparison.Ordinal);
        Assert.Contains($"'Old' ({Old.Thumbprint})", refusal, StringComparison.Ordinal);
        Assert.Contains($"'New' ({New.Thumbprint})", refusal, StringComparison.Ordinal);
        Assert.Contains("'Theirs'", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_SHA1_thumbprint_is_refused_as_one() => Assert.Contains(
        "SHA-1 thumbprint that Windows shows",
        Assert.Single(PlanWith(new string('a', 40), Listed(1, Old)).Refusals),
        StringComparison.Ordinal);

    [Fact]
    public void A_gap_is_allowed_by_the_form_that_openssl_prints()
    {
        CaCertificate[] full = [.. Enumerable.Range(1, 5).Select(number => Ca($"Old {number}"))];
        var desired = Ldaps([Ca("Next"), .. full[1..]]).AllowingGaps($"sha256 Fingerprint={Colons(full[0])}");

        var plan = Plan(
            State(on: true, [.. full.Select((one, i) => Listed(i + 1, one))]),
            Remembering([.. full.Select((one, i) => Ours(i + 1, one).Since(0))]),
            desired with { AreSourcesRead = true },
            rules: RotationRules.Default);

        Assert.StartsWith("-Old 1 ~Old 1 +Next", plan.Short(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploying_the_same_file_again_after_the_certificate_has_gone_is_a_note_and_changes_nothing()
    {
        using var account = new RotatingAccount();
        account.Base.OverlapDays = 0;
        await account.DeployAsync(Ldaps(Old));
        var desired = Ldaps(New).AllowingGaps(OldColons);
        await account.DeployAsync(desired);
        account.Base.Time.Advance(TimeSpan.FromDays(2000));
        await account.DeployAsync(Ldaps(Ca("Third", daysLeft: 4000)).AllowingGaps(OldColons));
        var entries = account.Base.Directory.Entries.ToArray();

        var third = Ldaps(Ca("Third", daysLeft: 4000)).AllowingGaps(OldColons);
        var again = await account.Base.UpdateAsync(third, third);

        Assert.True(again.Succeeded, again.Reason);
        Assert.Contains("which no certificate is any longer", again.Reason, StringComparison.Ordinal);
        Assert.Equal(entries, account.Base.Directory.Entries);
        await account.RunAsync();
        Assert.Equal("Done", account.Memory.LastRun!.Outcome);
    }

    [Fact]
    public async Task A_misspelt_entry_fails_the_deployment_and_its_rollback_succeeds()
    {
        using var account = new TrustAccount();
        await account.CreateAsync(Ldaps(Old));

        var failed = await account.UpdateAsync(Ldaps(Old), Ldaps(Old, New).AllowingGaps("Odl"));
        var back = await account.UpdateAsync(Ldaps(Old, New).AllowingGaps("Odl"), Ldaps(Old));

        Assert.False(failed.Succeeded);
        Assert.Contains("names 'Odl'", failed.Reason, StringComparison.Ordinal);
        Assert.True(back.Succeeded, back.Reason);
        Assert.Equal(["Old"], account.Directory.Entries.Select(entry => entry.Certificate.CommonName));
    }

    private static TrustPlan PlanWith(string entry, params RegisteredCertificate[] listed) => Plan(
        State(on: true, listed),
        Remembering(Ours(1, Old).Since(0)),
        Ldaps(New).AllowingGaps(entry).Withholding(Withheld(Ca("Waiting"))) with { AreSourcesRead = true });

    private static string Colons(CaCertificate certificate) =>
        string.Join(':', certificate.Thumbprint.Chunk(2).Select(pair => new string(pair)));
}
