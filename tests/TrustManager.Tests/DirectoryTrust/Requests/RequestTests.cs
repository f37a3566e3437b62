using System.Text.Json.Nodes;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Tests.DirectoryTrust.Reconciling;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Requests;

public sealed class RequestTests : IDisposable
{
    private readonly RotatingAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task What_people_asked_for_is_in_the_history()
    {
        await _account.DeployAsync(Ldaps(Ca("Root")));
        await _account.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "audit" });
        await _account.AskAsync(new JsonObject { ["request"] = "release" });

        var answer = await _account.AskAsync(new JsonObject { ["request"] = "history" });

        var entries = answer["entries"]!.AsArray().TakeLast(2).Select(entry => entry!["what"]!.GetValue<string>());
        Assert.Equal(["held until it is released", "released"], entries);
        Assert.Contains("audit", answer["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_waits_for_whoever_is_at_work()
    {
        await _account.DeployAsync(Ldaps(Ca("Root")));
        _account.Base.Memory.Stored = MemoryDocument.Write(
            _account.Memory with { Lease = new TrustLease("request-9", _account.Base.Time.GetUtcNow().AddMinutes(5)) });

        var answer = await _account.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "audit" });

        Assert.Contains("Request request-9 works on directory", answer["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(_account.Memory.Hold);
    }

    [Fact]
    public async Task What_is_not_held_needs_no_release()
    {
        await _account.DeployAsync(Ldaps(Ca("Root")));
        var stored = _account.Base.Memory.Stored;

        var answer = await _account.AskAsync(new JsonObject { ["request"] = "release" });

        Assert.Null(answer["error"]);
        Assert.Same(stored, _account.Base.Memory.Stored);
    }

    [Fact]
    public async Task A_deployment_changes_a_directory_that_is_held()
    {
        await _account.DeployAsync(Ldaps(Ca("Root")));
        await _account.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "audit" });

        await _account.DeployAsync(Ldaps(Ca("Root"), Ca("Other")));

        Assert.Equal(["Root", "Other"], _account.Names);
        Assert.Equal("audit", _account.Memory.Hold!.Reason);
    }

    [Fact]
    public async Task A_request_that_nobody_knows_is_answered_with_those_that_there_are()
    {
        var answer = await _account.AskAsync(new JsonObject { ["request"] = "destroy" });

        Assert.Contains(
            "plan, status, history, approvals (DirectoryRead), apply, hold, release, approve, reject (DirectoryReconcile)",
            answer["error"]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Equal(answer["text"]!.GetValue<string>(), answer["error"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("apply")]
    [InlineData("hold")]
    [InlineData("release")]
    [InlineData("approve")]
    [InlineData("reject")]
    public async Task A_request_that_changes_something_names_no_moment(string request)
    {
        await _account.DeployAsync(Ldaps(Ca("Root")));
        var stored = _account.Base.Memory.Stored;

        var answer = await _account.AskAsync(
            new JsonObject { ["request"] = request, ["reason"] = "audit", ["time"] = "2033-01-01" });

        Assert.Contains("has no member 'time'", answer["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Same(stored, _account.Base.Memory.Stored);
    }

    [Fact]
    public async Task An_apply_says_what_it_did_and_what_follows()
    {
        await _account.DeployAsync(Ldaps(Ca("Old")));
        _account.Drop(CertificatePurpose.Ldaps, Ca("Next", daysLeft: 2000, of: "Old"));
        _account.Base.Time.Advance(TimeSpan.FromDays(1));

        var answer = await _account.AskAsync(new JsonObject { ["request"] = "apply" });

        Assert.Equal("Done", answer["outcome"]!.GetValue<string>());
        Assert.Contains("'Next' for client-side LDAPS", answer["done"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("2026-11-29", answer["later"]![0]!["on"]!.GetValue<string>());
        Assert.Null(answer["error"]);
    }
}
