using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Fingerprints;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Tests.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Reconciling;

public sealed class StateMismatchTests : IDisposable
{
    private static readonly CaCertificate Root = Ca("Root");
    private static readonly CaCertificate Old = Ca("Old");
    private static readonly CaCertificate Forged = Ca("Forged");

    private readonly RotatingAccount _account = new();

    public void Dispose() => _account.Dispose();

    public static TheoryData<string, Func<DirectoryTrustProperties, DirectoryTrustProperties>> Edits => new()
    {
        { "one more", all => Ldaps(all, one => one with { Certificates = [.. one.Certificates, Forged.Pem] }) },
        { "another certificate", all => Ldaps(all, one => one with { Certificates = [Forged.Pem] }) },
        { "a source more", all => Ldaps(all, one => one with { S3Sources = [new S3Place("b", "", "111122223333")] }) },
        { "an anchor more", all => Ldaps(all, one => one with { TrustAnchors = [Forged.Pem] }) },
        { "no certificate", all => Ldaps(all, one => one with { Certificates = [] }) },
        { "no purpose", all => all with { Ldaps = null } },
        { "another purpose", all => all with { SmartCard = all.Ldaps } },
        { "another mode", all => all with { RotationMode = "automatic" } },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Runs_change_nothing_while_the_state_has_edited_properties(
        string edit, Func<DirectoryTrustProperties, DirectoryTrustProperties> change)
    {
        await DeployAsync();
        FakeSource.Known[Forged.Pem] = Forged;
        Edit(settled => settled with { Properties = change(settled.Properties!), Trust = SomeTrust.Ldaps(Forged) });
        var stored = _account.Base.Memory.Stored;

        await _account.PassAsync(3);
        var response = await _account.AskAsync(new JsonObject { ["request"] = "apply" });

        Assert.True(_account.Names.SequenceEqual(["Root", "Old"]), edit);
        Assert.Equal("Busy", (string?)response["outcome"]);
        Assert.Contains("#statemismatch", (string?)response["error"], StringComparison.Ordinal);
        Assert.Equal(1, _account.Figure("StateMismatch"));
        Assert.Equal(0, _account.Figure("RunSucceeded"));
        Assert.Same(stored, _account.Base.Memory.Stored);
        Assert.Empty(_account.Messages.Told);
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Plan_and_status_say_that_the_state_has_edited_properties(
        string edit, Func<DirectoryTrustProperties, DirectoryTrustProperties> change)
    {
        await DeployAsync();
        FakeSource.Known[Forged.Pem] = Forged;
        Edit(settled => settled with { Properties = change(settled.Properties!), Trust = SomeTrust.Ldaps(Forged) });

        var plan = await _account.AskAsync(new JsonObject { ["request"] = "plan" });
        var status = await _account.AskAsync(new JsonObject { ["request"] = "status" });

        Assert.Empty(plan["steps"]!.AsArray());
        Assert.Contains("#statemismatch", (string?)Assert.Single(plan["refusals"]!.AsArray()), StringComparison.Ordinal);
        Assert.DoesNotContain("nothing to do", (string?)plan["text"], StringComparison.Ordinal);
        Assert.Contains("#statemismatch", (string?)Assert.Single(status["notes"]!.AsArray()), StringComparison.Ordinal);
        Assert.True(status["certificates"]!.AsArray().Count == 2, edit);
        Assert.Empty(status["scheduledChanges"]!.AsArray());
    }

    [Fact]
    public async Task A_plan_of_the_next_deployment_notes_that_the_state_has_edited_properties()
    {
        await DeployAsync();
        Edit(settled => settled with { Properties = settled.Properties! with { Ldaps = null } });

        var plan = await _account.AskAsync(new JsonObject
        {
            ["request"] = "plan",
            ["properties"] = TrustAccount.Properties(SomeTrust.Ldaps(Root, Old), overlapDays: 7),
        });

        Assert.Empty(plan["refusals"]!.AsArray());
        Assert.Contains("#statemismatch", (string?)plan["notes"]!.AsArray()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_at_work_does_not_prevent_reading()
    {
        await DeployAsync();
        var lease = new TrustLease("run-9", _account.Base.Time.GetUtcNow().AddMinutes(10));
        _account.Base.Memory.Stored = MemoryDocument.Write(_account.Memory with { Lease = lease });

        var plan = await _account.AskAsync(new JsonObject { ["request"] = "plan" });

        Assert.Empty(plan["refusals"]!.AsArray());
    }

    [Fact]
    public async Task Runs_go_on_when_the_state_is_restored()
    {
        await DeployAsync();
        var good = _account.Base.Memory.Stored;
        Edit(settled => settled with { Properties = settled.Properties! with { Ldaps = null } });
        await _account.PassAsync(1);
        _account.Base.Memory.Stored = good;

        await _account.PassAsync(1);

        Assert.Equal(0, _account.Figure("StateMismatch"));
        Assert.Equal(1, _account.Figure("RunSucceeded"));
    }

    [Fact]
    public async Task A_run_between_the_function_and_the_resource_of_a_deployment_waits_for_the_resource()
    {
        await DeployAsync();
        var next = TrustAccount.Properties(SomeTrust.Ldaps(Root, Old, Forged), overlapDays: 7);
        next["DirectoryName"] = "corp";
        _account.Deployed = Of(next);

        await _account.PassAsync(1);
        var between = _account.Figure("StateMismatch");
        await _account.DeployAsync(SomeTrust.Ldaps(Root, Old, Forged));
        await _account.PassAsync(1);

        Assert.Equal((1, 0), (between, _account.Figure("StateMismatch")));
        Assert.Equal(["Root", "Old", "Forged"], _account.Names);
    }

    [Fact]
    public async Task What_runs_and_operators_write_into_the_state_is_no_part_of_the_fingerprint()
    {
        await DeployAsync();

        await _account.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "a freeze" });
        _account.Drop(Infra.TrustManager.Directories.CertificatePurpose.Ldaps, Root);
        await _account.PassAsync(1);
        await _account.AskAsync(new JsonObject { ["request"] = "release" });
        await _account.PassAsync(1);

        Assert.Equal(["Root"], _account.Names);
        Assert.Equal(0, _account.Figure("StateMismatch"));
    }

    [Fact]
    public async Task Without_a_state_nothing_is_compared()
    {
        await _account.RunAsync();

        Assert.Null(_account.Figure("StateMismatch"));
        Assert.Equal(0, _account.Figure("RunSucceeded"));
    }

    private async Task DeployAsync()
    {
        await _account.DeployAsync(SomeTrust.Ldaps(Root, Old));
        _account.Deployed = Of(_account.Memory.Settled!.Properties!);
    }

    private void Edit(Func<SettledTrust, SettledTrust> edit)
    {
        var memory = _account.Memory;
        _account.Base.Memory.Stored = MemoryDocument.Write(memory with { Settled = edit(memory.Settled!) });
    }

    private static DeployedProperties Of(DirectoryTrustProperties properties) =>
        new(PropertiesFingerprint.Of(properties.ToJson(), ownAuthority: null), OwnCertificateAuthority: null);

    private static DeployedProperties Of(JsonObject properties) => Of(
        DirectoryTrustProperties.From(ResourceProperties.From(JsonSerializer.SerializeToElement(properties))));

    private static DirectoryTrustProperties Ldaps(
        DirectoryTrustProperties properties, Func<PurposeProperties, PurposeProperties> change) =>
        properties with { Ldaps = change(properties.Ldaps!) };
}
