using System.Text;
using System.Text.Json.Nodes;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Telemetry;
using Infra.TrustManager.Tests.Fakes;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

public sealed class PlanRequestTests : IDisposable
{
    private readonly TrustAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_plan_names_the_steps_and_changes_nothing()
    {
        var answer = await AskAsync(new JsonObject
        {
            ["request"] = "plan", ["properties"] = TrustAccount.Properties(Ldaps(Ca("Root"))),
        });

        Assert.Equal(4, answer["steps"]!.AsArray().Count);
        Assert.Contains("register 'Root'", answer["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(_account.Directory.Entries);
        Assert.Null(_account.Memory.Stored);
    }

    [Fact]
    public async Task A_plan_that_is_refused_says_why()
    {
        var answer = await AskAsync(new JsonObject { ["request"] = "plan" });

        Assert.Contains(
            "DirectoryId is missing", answer["refusals"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private async Task<JsonNode> AskAsync(JsonObject request)
    {
        using var log = new MemoryStream();
        var events = new CustomResourceFunction(
            _account.Resource(), _account.Answers, new EventLog(log, _account.Time), _account.Time, CancellationToken.None);
        var planner = new TrustPlanner(_account.Directory, _account.Memory, _account.Source, _account.Time);
        var function = new DirectoryTrustFunction(events, planner, _account.Time);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(request.ToJsonString()));
        await using var output = await function.HandleAsync(input, new FakeContext(_account.Time, TimeSpan.FromMinutes(1)));
        return (await JsonNode.ParseAsync(output))!;
    }
}
