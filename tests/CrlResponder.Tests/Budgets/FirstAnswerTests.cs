using Infra.CrlResponder.Store;
using Infra.CrlResponder.Tests.Store;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Budgets;

/// <summary>What makes a cold start cheap, without a clock (docs/adr/0009-speed.md).</summary>
public sealed class FirstAnswerTests
{
    [Fact]
    public async Task Nothing_is_interrupted_while_S3_is_asked()
    {
        await using var s3 = await S3StandIn.StartAsync(context => S3StandIn.SendAsync(context, Some.Crl()));
        using var client = s3.Client();
        var store = new S3CrlStore(client, "crl-bucket");

        var asked = store.FindAsync(Some.CrlKey, unlessETag: null, CancellationToken.None);

        Assert.True(asked.IsCompleted, "The question was interrupted, so code that continues it is compiled at start.");
        Assert.IsType<StoreAnswer.Found>(await asked);
    }
}
