using Infra.TrustManager.Admission;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Memory;

public sealed class ClockedTrustMemoryTests
{
    private static readonly DateTimeOffset Future = Now.AddYears(7);

    [Fact]
    public void Nothing_in_a_state_is_later_than_now()
    {
        var memory = Remembering(Ours(1, Ca("Root")) with { RegisteredSince = Future }) with
        {
            Foreign = [new ForeignCertificate("c-2", Future)],
            Hold = new DirectoryHold(Future, Future.AddDays(1), "audit"),
            LastRun = new RunRecord(Future, "Done", "text", null, "request"),
            Drift = [new DriftEntry(Future, CertificatePurpose.Ldaps, "key", "what")],
            Sent = [new SentMessage("key", Future)],
            Withheld = [new WithheldEntry(CertificatePurpose.Ldaps, Unreadable("damaged"), Future.AddHours(1))],
            Decisions =
            [
                new AdmissionDecision(
                    CertificatePurpose.Ldaps, "AB", "Stranger", true, Future.AddHours(2), "self-reported", "AB"),
            ],
            History = [new HistoryEntry(Future, "what", "why", "request")],
        };

        var read = new MemoryReading(memory, "etag").NoLaterThan(Now);

        var json = System.Text.Encoding.UTF8.GetString(MemoryDocument.Write(read.Memory! with { History = [] }));
        Assert.Equal(1, json.Split("2033-").Length - 1);
        Assert.Equal(Future.AddDays(1), read.Memory!.Hold!.Until);
        Assert.All(read.Memory.History, entry => Assert.True(entry.At <= Now));
        Assert.Contains("2033-11-21 10:00:00Z", read.Correction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    [InlineData(60 * 24 * 365 * 7, false)]
    public void A_lease_that_lasts_longer_than_any_invocation_is_over(int minutes, bool isKept)
    {
        var memory = Remembering() with { Lease = new TrustLease("run-1", Now.AddMinutes(minutes)) };

        var read = new MemoryReading(memory, "etag").NoLaterThan(Now);

        Assert.Equal(isKept, read.Memory!.Lease is not null);
        Assert.Equal(isKept, read.Correction is null);
    }

    [Fact]
    public void A_state_of_the_past_is_left_as_it_was_read()
    {
        var reading = new MemoryReading(Remembering(Ours(1, Ca("Root")).Since(-1)), "etag");

        Assert.Same(reading, reading.NoLaterThan(Now));
    }
}
