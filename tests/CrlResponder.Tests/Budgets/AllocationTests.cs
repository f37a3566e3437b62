using System.Text;
using Infra.CrlResponder.Telemetry;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Budgets;

/// <summary>What a warm answer costs in memory, without a clock: it must not depend on the size of the CRL.</summary>
public sealed class AllocationTests
{
    /// <summary>Bytes for one warm answer, event and log lines included; 6 KB in November 2026.</summary>
    private const long BudgetBytes = 8_000;

    private const int Requests = 200;

    private static readonly byte[] Event = Encoding.UTF8.GetBytes(
        $$"""
        {
          "httpMethod": "GET", "path": "{{Some.CrlPath}}", "queryStringParameters": {}, "headers": {}, "body": "",
          "isBase64Encoded": false
        }
        """);

    [Fact]
    public async Task A_warm_answer_allocates_little() =>
        Assert.InRange(await AllocatedPerRequestAsync(revoked: 0), 1, BudgetBytes);

    [Fact]
    public async Task Allocations_do_not_grow_with_the_crl()
    {
        var small = await AllocatedPerRequestAsync(revoked: 0);

        var large = await AllocatedPerRequestAsync(revoked: 10_000);

        Assert.InRange(large, small - 512, small + 512);
    }

    private static async Task<long> AllocatedPerRequestAsync(int revoked)
    {
        var store = new FakeCrlStore();
        store.Put(Some.CertificateKey, Some.Certificate);
        store.Put(Some.CrlKey, Some.Crl(revoked: revoked));
        var function = new CrlResponderFunction(
            Some.Settings, store, new OutcomeLog(Stream.Null), new FakeTime(Some.Noon));
        await AnswerAsync(function, Requests);

        var before = GC.GetAllocatedBytesForCurrentThread();
        // Nothing is awaited for real once the CRL is in memory, so all of it happens on this thread.
        var answers = AnswerAsync(function, Requests);
        Assert.True(answers.IsCompletedSuccessfully, "A warm answer waits for something.");
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Requests;
    }

    private static async Task AnswerAsync(CrlResponderFunction function, int requests)
    {
        var context = new FakeLambdaContext(TimeSpan.FromSeconds(10));
        for (var i = 0; i < requests; i++)
        {
            await using var answer = await function.HandleAsync(new MemoryStream(Event), context);
            await answer.CopyToAsync(Stream.Null);
        }
    }
}
