using System.Text;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.Memory;

public sealed class HistoryEntryTests
{
    private const string Alice = "arn:aws:sts::111122223333:assumed-role/Operators/alice";

    private static readonly Occasion Asked = new(new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero), "request-1")
    {
        By = Alice,
    };

    [Fact]
    public void Who_asked_is_kept_and_shown()
    {
        var document = MemoryDocument.Write(SomeTrust.Remembering().Noting(Asked, "held", "audit"));

        Assert.True(MemoryDocument.TryRead(document, "here", out var read));
        Assert.Equal(
            $"2026-11-21 08:00:00Z  held: audit (request-1, asked by: {Alice})", Assert.Single(read.History).Describe());
    }

    [Fact]
    public void What_no_operator_asked_for_has_no_requester()
    {
        var document = MemoryDocument.Write(SomeTrust.Remembering().Noting(Asked with { By = null }, "held", "audit"));

        Assert.DoesNotContain("\"by\"", Encoding.UTF8.GetString(document), StringComparison.Ordinal);
        Assert.True(MemoryDocument.TryRead(document, "here", out var read));
        Assert.Equal("2026-11-21 08:00:00Z  held: audit (request-1)", Assert.Single(read.History).Describe());
    }

    [Fact]
    public void Drift_that_a_request_finds_is_not_put_down_to_its_requester()
    {
        var memory = SomeTrust.Remembering().Drifting(Asked, CertificatePurpose.Ldaps, "off", "was switched off");

        Assert.Null(Assert.Single(memory.History).By);
    }
}
