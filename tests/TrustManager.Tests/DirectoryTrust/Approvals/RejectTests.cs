using System.Text.Json.Nodes;
using Infra.TrustManager.Admission;
using Infra.TrustManager.Tests.CaCertificates;
using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Approvals;

public sealed class RejectTests : IDisposable
{
    private readonly ApprovalAccount _account = new();
    private readonly SomeCa _root = SomeCa.Root("Stranger Root");

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task What_is_rejected_stays_unregistered_and_its_notifications_end()
    {
        await _account.DeployAsync();
        _account.Put(_root, _root.Issue("Stranger Policy"));
        await _account.Rotating.PassAsync(1);
        var notified = _account.Rotating.Messages.Told.Count;
        var waiting = _account.Rotating.Figure("CertificatesAwaitingApproval");

        var response = await _account.RejectAsync(_root);
        await _account.Rotating.PassAsync(3);

        Assert.Null(response["error"]);
        Assert.Contains(
            $"'Stranger Root' (SHA-256 {_root.Thumbprint}) for client-side LDAPS: rejected on 2026-11-22 by an operator "
            + "(self-reported)",
            response["text"]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Equal(
            ("ldaps", "rejected", "not registered"),
            (Member(response, "purpose"), Member(response, "decision"), Member(response, "state")));
        Assert.Equal(["Anchor"], _account.Names);
        Assert.False(Assert.Single(_account.State.Decisions).IsApproved);
        Assert.Equal((2, 1), (waiting, _account.Rotating.Figure("CertificatesAwaitingApproval")));
        Assert.Equal(2, notified);
        Assert.Equal(notified, _account.Rotating.Messages.Told.Count);
        Assert.Single(_account.State.Sent, sent => sent.Key.StartsWith("withheld/", StringComparison.Ordinal));
        var entry = Assert.Single(_account.State.History, one => one.What.StartsWith("rejected", StringComparison.Ordinal));
        Assert.Equal("self-reported", entry.By);
    }

    [Fact]
    public async Task A_second_rejection_changes_nothing()
    {
        await _account.DeployAsync();
        _account.Put(_root);
        await _account.RejectAsync(_root);
        var stored = _account.Rotating.Base.Memory.Stored;

        var response = await _account.RejectAsync(_root);

        Assert.Contains("it was rejected on 2026-11-21 by", response["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Same(stored, _account.Rotating.Base.Memory.Stored);
    }

    [Fact]
    public async Task What_is_registered_cannot_be_rejected()
    {
        await _account.DeployAsync();
        _account.Put(_root);
        await _account.ApproveAsync(_root);

        var response = await _account.RejectAsync(_root);

        Assert.Contains("is registered for client-side LDAPS (c-", response["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("To reject removes nothing: take it out of its sources", response["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(Assert.Single(_account.State.Decisions).IsApproved);
        Assert.Equal(["Anchor", "Stranger Root"], _account.Names);
    }

    [Fact]
    public async Task What_a_run_registers_meanwhile_is_not_rejected()
    {
        await _account.DeployAsync(mode: "report");
        _account.Put(_root);
        await _account.ApproveAsync(_root);
        var reads = 0;
        _account.Bucket.WhenListed = () =>
        {
            if (++reads == 2)
            {
                _account.Rotating.Base.Memory.Write(_account.State with
                {
                    Certificates = [.. _account.State.Certificates, SomeTrust.Ours(9, _root.Ca)],
                });
            }
        };

        var response = await _account.RejectAsync(_root);

        Assert.Contains("was registered meanwhile. To reject removes nothing", response["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(Assert.Single(_account.State.Decisions).IsApproved);
    }

    [Fact]
    public async Task An_approval_that_was_not_registered_yet_can_be_taken_back()
    {
        await _account.DeployAsync();
        _account.Put(_root);
        await _account.Rotating.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "audit" });
        await _account.ApproveAsync(_root);

        await _account.RejectAsync(_root);
        await _account.Rotating.AskAsync(new JsonObject { ["request"] = "release" });
        await _account.Rotating.PassAsync(2);

        Assert.Equal(["Anchor"], _account.Names);
        Assert.False(Assert.Single(_account.State.Decisions).IsApproved);
    }

    [Fact]
    public async Task A_rejection_ends_when_the_file_is_taken_away()
    {
        await _account.DeployAsync();
        _account.Put(_root);
        await _account.RejectAsync(_root);
        await _account.Rotating.PassAsync(1);
        var known = _account.State.Decisions.Count;
        _account.Take(_root);
        await _account.Rotating.PassAsync(1);
        var after = _account.State.Decisions.Count;

        _account.Put(_root);
        await _account.Rotating.PassAsync(1);

        Assert.Equal((1, 0), (known, after));
        Assert.Equal(
            WithheldKind.AwaitsApproval, Assert.Single(_account.State.Withheld).Withheld.Kind);
    }

    [Fact]
    public async Task An_approval_that_was_never_used_ends_with_its_file()
    {
        await _account.DeployAsync();
        _account.Put(_root);
        await _account.Rotating.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "audit" });
        await _account.ApproveAsync(_root);
        _account.Take(_root);
        await _account.Rotating.PassAsync(1);
        await _account.Rotating.AskAsync(new JsonObject { ["request"] = "release" });

        await _account.Rotating.PassAsync(1);
        _account.Put(_root);
        await _account.Rotating.PassAsync(1);

        Assert.Empty(_account.State.Decisions);
        Assert.Equal(["Anchor"], _account.Names);
    }

    [Fact]
    public async Task A_rejection_says_what_stayed_registered_until_it_was_decided()
    {
        var old = _account.Anchor.Issue("Old");
        await _account.DeployAsync();
        _account.Put(old);
        await _account.Rotating.PassAsync(1);
        _account.Put(_root);
        _account.Take(old);
        await _account.Rotating.PassAsync(3);
        var kept = _account.Names.ToArray();

        var response = await _account.RejectAsync(_root);
        var after = _account.Names.ToArray();
        await _account.Rotating.PassAsync(1);

        Assert.Equal(["Anchor", "Old"], kept);
        Assert.Equal(["Anchor", "Old"], after);
        Assert.Contains(
            "'Old' (c-0000000002) stayed registered for client-side LDAPS until this was decided",
            response["notes"]![0]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Equal(["Anchor"], _account.Names);
    }

    private static string Member(JsonNode response, string name) => response["certificates"]![0]![name]!.GetValue<string>();
}
