using System.Text.Json.Nodes;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Tests.DirectoryTrust.Reconciling;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Requests;

public sealed class PlanRequestTests : IDisposable
{
    private static readonly CaCertificate Old = Ca("Old");
    private static readonly CaCertificate Next = Ca("Next", daysLeft: 2000, of: "Old");

    private readonly RotatingAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_plan_names_the_steps_and_changes_nothing()
    {
        var answer = await _account.AskAsync(new JsonObject
        {
            ["request"] = "plan", ["properties"] = TrustAccount.Properties(Ldaps(Old)),
        });

        Assert.Equal(4, answer["steps"]!.AsArray().Count);
        Assert.Contains("register 'Old'", answer["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(_account.Base.Directory.Entries);
        Assert.Null(_account.Base.Memory.Stored);
    }

    [Fact]
    public async Task A_plan_that_is_refused_says_why()
    {
        var answer = await _account.AskAsync(new JsonObject { ["request"] = "plan", ["properties"] = new JsonObject() });

        Assert.Contains(
            "DirectoryId is missing", answer["refusals"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_what_is_deployed_also_says_what_follows_on_which_day()
    {
        await _account.DeployAsync(Ldaps(Old));
        _account.Drop(CertificatePurpose.Ldaps, Next);
        await _account.PassAsync(1);
        var stored = _account.Base.Memory.Stored;

        var answer = await _account.AskAsync(new JsonObject { ["request"] = "plan" });

        Assert.Empty(answer["steps"]!.AsArray());
        Assert.Equal("2026-11-29", answer["later"]![0]!["on"]!.GetValue<string>());
        Assert.Contains("deregister 'Old'", answer["later"]![0]!["what"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Same(stored, _account.Base.Memory.Stored);
    }

    [Fact]
    public async Task A_plan_for_a_later_day_says_what_would_be_done_then()
    {
        await _account.DeployAsync(Ldaps(Old));
        _account.Drop(CertificatePurpose.Ldaps, Next);
        await _account.PassAsync(1);

        var answer = await _account.AskAsync(new JsonObject { ["request"] = "plan", ["time"] = "2026-11-30" });

        Assert.Contains("deregister 'Old'", answer["steps"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["Old", "Next"], _account.Names);
    }

    [Theory]
    [InlineData("2000-01-01", true)]
    [InlineData("9899-12-31T23:59:59.9999999Z", true)]
    [InlineData("9900-01-01", false)]
    [InlineData("9999-12-31", false)]
    [InlineData("0001-01-01", false)]
    public async Task A_plan_is_simulated_within_a_range_that_the_error_names(string time, bool isAnswered)
    {
        await _account.DeployAsync(Ldaps(Old));
        _account.Drop(CertificatePurpose.Ldaps, Next);

        var answer = await _account.AskAsync(new JsonObject { ["request"] = "plan", ["time"] = time });

        Assert.Equal(isAnswered, answer["error"] is null);
        Assert.Contains(
            isAnswered
                ? "'Next'"
                : $"time is '{time}'; it must be a day or moment of ISO 8601 from 2000-01-01 to 9899-12-31",
            answer["text"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_deployment_there_is_nothing_to_plan_for()
    {
        var answer = await _account.AskAsync(new JsonObject { ["request"] = "plan" });

        Assert.Contains("Deploy its stack once", answer["refusals"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
