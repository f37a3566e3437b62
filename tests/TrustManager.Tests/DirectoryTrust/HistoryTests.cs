using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

public sealed class HistoryTests : IDisposable
{
    private static readonly CaCertificate Root = Ca("Root");
    private static readonly CaCertificate Next = Ca("Next");

    private readonly TrustAccount _account = new(() => TimeSpan.FromSeconds(40));

    private IReadOnlyList<HistoryEntry> History => _account.Memory.Memory!.History;

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task What_was_done_is_written_down_with_its_reason_and_request()
    {
        await _account.CreateAsync(Ldaps(Root));
        await _account.UpdateAsync(Ldaps(Root), Ldaps(Next));

        Assert.Equal(
            [
                ($"registered 'Root' ({Id(1)}) for client-side LDAPS", "its sources list it", "request-1"),
                ("enabled client-side LDAPS", "its certificates are there and it is to be used", "request-1"),
                ($"registered 'Next' ({Id(2)}) for client-side LDAPS", "its sources list it", "request-2"),
                ($"deregistered 'Root' ({Id(1)}) from client-side LDAPS", "it is wanted no more", "request-2"),
            ],
            History.Select(entry => (entry.What, entry.Why, entry.Request)));
    }

    [Fact]
    public async Task Doing_it_again_writes_nothing_down()
    {
        await _account.CreateAsync(Ldaps(Root));

        await _account.UpdateAsync(Ldaps(Root), Ldaps(Root));

        Assert.Equal(2, History.Count);
    }

    [Fact]
    public async Task What_somebody_else_did_is_written_down_and_so_is_what_was_done_about_it()
    {
        _account.Directory.Add(Next, CertificatePurpose.Ldaps, RegistrationState.Registered);
        await _account.CreateAsync(Ldaps(Root));
        _account.Directory.Entries.RemoveAll(entry => entry.Certificate.Equals(Root));
        _account.Directory.Add(Ca("Stranger"), CertificatePurpose.Ldaps, RegistrationState.Registered);

        await _account.UpdateAsync(Ldaps(Root), Ldaps(Root));

        const string byOthers = "no run of ours did it";
        Assert.Equal(
            [
                ($"'Root' ({Id(2)}) of client-side LDAPS was deregistered by somebody else", byOthers),
                ($"'Stranger' ({Id(3)}) was registered for client-side LDAPS by somebody else", byOthers),
                (
                    $"registered 'Root' ({Id(4)}) for client-side LDAPS",
                    "somebody deregistered it, and its sources still list it"
                ),
            ],
            History.Skip(2).Select(entry => (entry.What, entry.Why)));
        Assert.Equal(2, _account.Memory.Memory!.Drift.Count);
    }

    [Fact]
    public async Task A_refused_certificate_is_written_down_with_the_reason_of_the_directory()
    {
        _account.Directory.Unacceptable.Add("Root");

        await _account.CreateAsync(Ldaps(Root));

        Assert.Contains(History, entry => entry.What.Contains("not accepted", StringComparison.Ordinal)
            && entry.Why == "It is not liked");
    }

    [Fact]
    public void Only_the_newest_entries_are_kept()
    {
        var memory = Remembering();

        for (var entry = 0; entry <= TrustMemory.MaxHistory; entry++)
        {
            memory = memory.Noting(new Occasion(Now, "request"), $"entry {entry}", "why");
        }

        Assert.Equal(TrustMemory.MaxHistory, memory.History.Count);
        Assert.Equal("entry 1", memory.History[0].What);
    }
}
