using System.Text.Json.Nodes;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Tests.DirectoryTrust.Reconciling;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Requests;

public sealed class StatusRequestTests : IDisposable
{
    private readonly RotatingAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_status_says_what_is_registered_for_how_long_and_whose_it_is()
    {
        await _account.DeployAsync(Ldaps(Ca("Root", daysLeft: 400)));
        _account.Base.Directory.Add(Ca("Other", daysLeft: 100), CertificatePurpose.Ldaps, RegistrationState.Registered);

        var status = await StatusAsync();

        Assert.Equal(
            [("Other", 100, false), ("Root", 400, true)],
            status["certificates"]!.AsArray().Select(one => (
                one!["commonName"]!.GetValue<string>(),
                one["daysToExpiry"]!.GetValue<int>(),
                one["isManaged"]!.GetValue<bool>())));
        Assert.Equal("Enabled", Assert.Single(status["features"]!.AsArray())!["status"]!.GetValue<string>());
        var text = status["text"]!.GetValue<string>();
        Assert.Contains("(corp)", text, StringComparison.Ordinal);
        Assert.Contains("Registered, unmanaged, expires", text, StringComparison.Ordinal);
        Assert.Contains("held: no", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_says_what_changes_on_which_day()
    {
        await _account.DeployAsync(Ldaps(Ca("Old")));
        _account.Drop(CertificatePurpose.Ldaps, Ca("Next", daysLeft: 2000, of: "Old"));
        await _account.PassAsync(1);

        var change = (await StatusAsync())["scheduledChanges"]![0]!;

        Assert.Equal("2026-11-29", change["on"]!.GetValue<string>());
        Assert.Contains("deregister 'Old'", change["what"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_says_who_holds_the_directory_and_how_the_last_run_ended()
    {
        await _account.DeployAsync(Ldaps(Ca("Root")));
        await _account.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "audit" });
        await _account.PassAsync(2);

        var status = await StatusAsync();

        Assert.Equal("audit", status["hold"]!["reason"]!.GetValue<string>());
        Assert.Equal("Held", status["lastRun"]!["outcome"]!.GetValue<string>());
        Assert.Contains("2026-11-22", status["lastRun"]!["at"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_sources_cannot_be_read_a_status_says_so_and_what_is_registered()
    {
        await _account.DeployAsync(Ldaps(Ca("Root")));
        _account.Base.Source.IsBroken = true;

        var status = await StatusAsync();

        Assert.Single(status["certificates"]!.AsArray());
        Assert.Single(status["features"]!.AsArray());
        Assert.Contains("The next run fails", status["notes"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(status["error"]);
    }

    [Fact]
    public async Task Without_a_deployment_a_status_says_so_and_what_is_registered()
    {
        _account.Base.Directory.Add(Ca("Other"), CertificatePurpose.Ldaps, RegistrationState.Registered);

        var status = await StatusAsync();

        Assert.False(Assert.Single(status["certificates"]!.AsArray())!["isManaged"]!.GetValue<bool>());
        Assert.Contains("Deploy its stack once", status["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_changes_nothing()
    {
        await _account.DeployAsync(Ldaps(Ca("Root")));
        var stored = _account.Base.Memory.Stored;
        _account.Base.Calls.Heal();

        await StatusAsync();

        Assert.Same(stored, _account.Base.Memory.Stored);
        Assert.Equal(
            ["s3:GetObject", "DescribeDirectories", "ListCertificates", "DescribeSettings"], _account.Base.Calls.Names);
    }

    private Task<JsonNode> StatusAsync() => _account.AskAsync(new JsonObject { ["request"] = "status" });
}
