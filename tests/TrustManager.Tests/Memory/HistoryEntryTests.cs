using System.Text;
using System.Text.Json;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust.Requests;
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
    public void Long_texts_are_cut_and_an_answer_holds_as_many_entries_as_fit()
    {
        var memory = SomeTrust.Remembering();
        for (var number = 0; number < 200; number++)
        {
            memory = memory.Noticing(Asked, $"{number}{new string('\u6f22', 5000)}", new string('\u6f22', 5000));
        }

        var answer = HistoryAnswer.Of("d-1234567890", memory.History);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Default.HistoryAnswer).Length;

        Assert.Equal(2003, memory.History[0].What.Length);
        Assert.InRange(answer.Entries.Count, 50, 199);
        Assert.StartsWith("199", answer.Entries[^1].What, StringComparison.Ordinal);
        Assert.StartsWith($"{200 - answer.Entries.Count} earlier entries", answer.Text, StringComparison.Ordinal);
        Assert.InRange(bytes, 0, 6_000_000);
    }

    [Fact]
    public void Drift_that_a_request_finds_is_not_put_down_to_its_requester()
    {
        var memory = SomeTrust.Remembering().Drifting(Asked, CertificatePurpose.Ldaps, "off", "was switched off");

        Assert.Null(Assert.Single(memory.History).By);
    }
}
