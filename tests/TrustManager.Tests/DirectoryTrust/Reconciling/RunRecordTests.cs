using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Reconciling;

public sealed class RunRecordTests : IDisposable
{
    private static readonly CaCertificate Root = Ca("Root");

    private readonly RotatingAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_run_is_recorded_when_it_ends_otherwise_than_the_one_before()
    {
        await _account.DeployAsync(Ldaps(Root));
        await _account.PassAsync(1);
        _account.Base.Source.IsBroken = true;
        await _account.PassAsync(3);
        var failed = _account.Memory.LastRun!;
        _account.Base.Source.IsBroken = false;
        await _account.PassAsync(3);
        var succeeded = _account.Memory.LastRun!;

        Assert.Equal(("Failed", 23), (failed.Outcome, failed.At.Day));
        Assert.Contains("The source is broken.", failed.Text, StringComparison.Ordinal);
        Assert.Equal(("Done", 26), (succeeded.Outcome, succeeded.At.Day));
    }

    [Fact]
    public async Task A_run_that_changed_something_is_recorded()
    {
        await _account.DeployAsync(Ldaps(Root));
        await _account.PassAsync(2);
        _account.Drop(CertificatePurpose.Ldaps, Root, Ca("Next"));

        await _account.PassAsync(3);

        Assert.Equal(("Done", 24), (_account.Memory.LastRun!.Outcome, _account.Memory.LastRun.At.Day));
    }

    [Fact]
    public void What_is_recorded_of_a_reason_has_an_end()
    {
        var record = new RunRecord(DateTimeOffset.UnixEpoch, "Failed", new string('x', 5000), null, "request");

        Assert.Equal(1003, record.Text.Length);
    }
}
