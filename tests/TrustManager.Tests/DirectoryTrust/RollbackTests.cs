using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>The state says what a rollback goes back to, and cannot say what is registered.</summary>
public sealed class RollbackTests : IDisposable
{
    private static readonly CaCertificate Root = Ca("Root");
    private static readonly CaCertificate Old = Ca("Old");
    private static readonly CaCertificate Next = Ca("Next");
    private static readonly CaCertificate Forged = Ca("Forged");

    private static readonly PurposeProperties Section =
        new() { OcspUrl = "http://ocsp.example.mil", AllowGapFor = ["Old"] };

    private readonly TrustAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_certificate_that_was_written_into_the_state_is_not_registered()
    {
        await _account.CreateAsync(Ldaps(Root));
        Edit(settled => settled with { Trust = Ldaps(Root, Forged) });
        _account.Directory.Unacceptable.Add("Next");

        await _account.UpdateAsync(Ldaps(Root), Ldaps(Root, Next));
        var back = await _account.UpdateAsync(Ldaps(Root, Next), Ldaps(Root));

        Assert.True(back.Succeeded, back.Reason);
        Assert.Equal(["Root"], Names());
        Assert.Contains("'Forged'", back.Reason, StringComparison.Ordinal);
        Assert.Contains("is not registered again", back.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_left_its_source_stays_while_it_is_registered()
    {
        await _account.CreateAsync(Ldaps(Root, Old));
        _account.Source.Dropped[CertificatePurpose.Ldaps] = [Root, Next];
        _account.Directory.Unacceptable.Add("Next");

        var update = await _account.UpdateAsync(Ldaps(Root, Old), Ldaps(Root));
        var back = await _account.UpdateAsync(Ldaps(Root), Ldaps(Root, Old));

        Assert.False(update.Succeeded);
        Assert.True(back.Succeeded, back.Reason);
        Assert.Equal(["Root", "Old"], Names());
        Assert.Equal([Root, Old], _account.Memory.Memory!.Settled!.Trust.Ldaps!.Certificates);
    }

    [Fact]
    public void The_bodies_are_those_of_the_sources()
    {
        var pretending = Root with { Pem = Forged.Pem };

        var back = Rollback.Of(Section, before: [pretending], listed: [Root], touched: []);

        Assert.Equal(Root.Pem, Assert.Single(back.Certificates).Pem);
        Assert.Empty(back.Kept);
    }

    [Fact]
    public void What_no_source_lists_is_only_kept()
    {
        var back = Rollback.Of(Section, before: [Root, Old], listed: [Next, Root], touched: ["t"]);

        Assert.Equal([Root], back.Certificates);
        Assert.Equal([Old], back.Kept);
        Assert.Equal((true, "http://ocsp.example.mil"), (back.Enabled, back.OcspUrl));
        Assert.Equal(["Old", "t"], back.GapAllowedFor);
    }

    [Fact]
    public void A_state_that_names_nothing_of_the_sources_is_no_way_back() =>
        Assert.Equal([Root], Rollback.Of(Section, before: [Forged], listed: [Root], touched: []).Certificates);

    [Fact]
    public void A_kept_certificate_is_neither_registered_nor_removed()
    {
        var desired = KeepingOld("http://ocsp.example.mil");

        var plan = Plan(
            State(
                on: true,
                Listed(1, Root, CertificatePurpose.SmartCard, ocspUrl: "http://ocsp.example.mil"),
                Listed(2, Old, CertificatePurpose.SmartCard)),
            Remembering(
                Ours(1, Root, CertificatePurpose.SmartCard, "http://ocsp.example.mil"),
                Ours(2, Old, CertificatePurpose.SmartCard)),
            desired);

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Refusals);
    }

    [Fact]
    public void A_kept_certificate_that_is_gone_does_not_come_back()
    {
        var plan = Plan(
            State(on: true, Listed(1, Root, CertificatePurpose.SmartCard)),
            Remembering(
                Ours(1, Root, CertificatePurpose.SmartCard),
                Ours(null, Old, CertificatePurpose.SmartCard, phase: MemoryPhase.Removed)),
            KeepingOld(ocspUrl: null));

        Assert.Empty(plan.Steps);
        Assert.Contains("'Old'", Assert.Single(plan.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_kept_certificate_alone_is_enough_to_stay_as_it_is()
    {
        var plan = Plan(
            State(on: true, Listed(2, Old, CertificatePurpose.SmartCard)),
            Remembering(Ours(2, Old, CertificatePurpose.SmartCard)),
            new DesiredTrust(new DesiredPurpose([], Enabled: true, null, []) { Kept = [Old] }, null));

        Assert.Empty(plan.Refusals);
        Assert.Empty(plan.Steps);
    }

    [Fact]
    public async Task A_source_that_does_not_respond_leaves_what_came_with_the_request()
    {
        var properties = new DirectoryTrustProperties
        {
            DirectoryId = DirectoryId,
            StateBucketName = "state-bucket",
            Ldaps = new PurposeProperties
            {
                Certificates = [Root.Pem],
                S3Sources = [new S3Place("pki", "cas/", "111122223333")],
            },
        };
        FakeSource.Known[Root.Pem] = Root;

        var back = await new DesiredReader(new SilentBuckets()).BackAsync(
            properties, new SettledTrust("", Ldaps(Root, Old)), Remembering(), Now, CancellationToken.None);

        Assert.Equal([Root], back.Ldaps!.Certificates);
        Assert.Equal([Old], back.Ldaps.Kept);
    }

    private static DesiredTrust KeepingOld(string? ocspUrl) =>
        new(new DesiredPurpose([Root], Enabled: true, ocspUrl, []) { Kept = [Old] }, null);

    private IEnumerable<string> Names() => _account.Directory.Entries
        .Where(entry => entry.State == RegistrationState.Registered).Select(entry => entry.Certificate.CommonName);

    private void Edit(Func<SettledTrust, SettledTrust> edit)
    {
        var memory = _account.Memory.Memory!;
        _account.Memory.Stored = MemoryDocument.Write(memory with { Settled = edit(memory.Settled!) });
    }

    /// <summary>Buckets that cannot be asked now.</summary>
    private sealed class SilentBuckets : IWantedCertificates
    {
        public Task<AdmittedCertificates> ReadAsync(
            PurposeProperties properties,
            CertificatePurpose purpose,
            TrustMemory memory,
            DateTimeOffset at,
            CancellationToken cancellationToken) => properties.S3Sources.Count > 0
                ? throw new ServiceException(ServiceFailure.Unavailable, "S3 does not respond.")
                : new FakeSource().ReadAsync(properties, purpose, memory, at, cancellationToken);
    }
}
