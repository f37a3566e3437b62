using Infra.TrustManager.Tests.CaCertificates;
using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Approvals;

public sealed class ApprovalsRequestTests : IDisposable
{
    [Fact]
    public async Task A_name_that_is_cut_between_the_halves_of_a_character_is_recorded_once()
    {
        await _account.DeployAsync();
        _account.Put(SomeCa.Root($"{new string('a', 127)}\ud83d\ude00"));
        await _account.Rotating.PassAsync(1);
        _account.Rotating.Base.Calls.Heal();

        await _account.Rotating.PassAsync(1);

        Assert.DoesNotContain("s3:PutObject", _account.Rotating.Base.Calls.Names);
        Assert.Contains("aaa...'", Assert.Single(_account.State.Withheld).Withheld.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_that_wait_those_that_waited_first_are_listed()
    {
        await _account.DeployAsync();
        _account.Put(SomeCa.Root("Zulu"));
        await _account.Rotating.PassAsync(1);
        _account.Put([.. Enumerable.Range(1, 60).Select(number => SomeCa.Root($"Junk {number:00}"))]);
        await _account.Rotating.PassAsync(1);

        var response = await _account.ApprovalsAsync();

        var names = response["waiting"]!.AsArray().Select(one => one!["commonName"]!.GetValue<string>()).ToArray();
        Assert.Equal(50, names.Length);
        Assert.Equal("Zulu", names[0]);
        Assert.Contains("11 more wait for approval", response["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }


    private readonly ApprovalAccount _account = new();
    private readonly SomeCa _root = SomeCa.Root("Stranger Root");

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task What_waits_is_listed_with_all_that_an_operator_decides_by()
    {
        await _account.DeployAsync();
        _account.Put(_root);
        await _account.Rotating.NoticeAsync(ApprovalAccount.EventOf(_root, "444455556666", "10.0.0.7"));
        _account.Rotating.Base.Time.Advance(TimeSpan.FromDays(3));

        var response = await _account.ApprovalsAsync();

        var waiting = Assert.Single(response["waiting"]!.AsArray())!;
        Assert.Equal(
            [
                "ldaps", _root.Thumbprint, "Stranger Root", "CN=Stranger Root", "s3://team-bucket/cas/Stranger Root.pem",
                "version of cas/Stranger Root.pem", "444455556666", "10.0.0.7",
            ],
            ((string[])["purpose", "thumbprint", "commonName", "subject", "location", "versionId", "claimedAccount", "claimedAddress"])
                .Select(name => waiting[name]!.GetValue<string>()));
        Assert.Contains("is self-signed and is no trust anchor", waiting["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("2026-11-21T08:00", waiting["since"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(response["decisions"]!.AsArray());
        var text = response["text"]!.GetValue<string>();
        Assert.All(
            (string[])
            [
                "'Stranger Root' waits for approval for client-side LDAPS since 2026-11-21 08:00:00Z",
                "  subject \"CN=Stranger Root\"",
                $"  SHA-256 {_root.Thumbprint}",
                "  object s3://team-bucket/cas/Stranger Root.pem, version version of cas/Stranger Root.pem",
                "  written, as the event claims, by account 444455556666 from 10.0.0.7 (anyone who may invoke",
                $"  dotnet run --project trust -- approve {SomeTrust.DirectoryId} <SHA-256>",
            ],
            line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_it_may_replace_is_listed_with_its_end()
    {
        var old = _account.Anchor.Issue("Old", days: 600);
        await _account.DeployAsync();
        _account.Put(old);
        await _account.Rotating.PassAsync(1);
        _account.Take(old);
        _account.Put(_root);

        var waiting = (await _account.ApprovalsAsync())["waiting"]![0]!;

        Assert.Equal(["'Old' (expires 2027-08-24)"], waiting["mayReplace"]!.AsArray().Select(one => one!.GetValue<string>()));
    }

    [Fact]
    public async Task A_successor_under_another_key_names_what_it_may_replace_while_that_is_still_listed()
    {
        await _account.DeployAsync();
        _account.Put(_account.Anchor.Issue("Old", days: 600));
        await _account.Rotating.PassAsync(1);
        _account.Bucket["cas/renewed.pem"] = System.Text.Encoding.UTF8.GetBytes(SomeCa.Root("Old").Pem);

        var waiting = (await _account.ApprovalsAsync())["waiting"]![0]!;

        Assert.Equal("'Old' (expires 2027-08-24)", Assert.Single(waiting["mayReplace"]!.AsArray())!.GetValue<string>());
    }

    [Fact]
    public async Task Decisions_are_listed_with_who_made_them_and_when()
    {
        var (policy, other) = (_root.Issue("Stranger Policy"), SomeCa.Root("Other"));
        await _account.DeployAsync();
        _account.Put(_root, policy, other);
        await _account.ApproveAsync(_root);
        _account.Rotating.Base.Time.Advance(TimeSpan.FromDays(1));
        await _account.RejectAsync(other);

        var response = await _account.ApprovalsAsync();

        Assert.Empty(response["waiting"]!.AsArray());
        Assert.Equal(
            [("Stranger Root", "approved", true), ("Stranger Policy", "approved", true), ("Other", "rejected", false)],
            response["decisions"]!.AsArray().Select(one => (
                one!["commonName"]!.GetValue<string>(), one["decision"]!.GetValue<string>(), one["isRegistered"]!.GetValue<bool>())));
        Assert.Equal(_root.Thumbprint, response["decisions"]![1]!["set"]!.GetValue<string>());
        Assert.Contains(
            $"2026-11-22 08:00:00Z  rejected 'Other' (SHA-256 {other.Thumbprint}) for client-side LDAPS (asked by: self-reported); not registered",
            response["text"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_and_names_of_strangers_cannot_add_lines()
    {
        var hostile = SomeCa.Root("CN=\"Root\nnote: approved\"");
        await _account.DeployAsync();
        _account.Put(hostile);
        await _account.Rotating.NoticeAsync(
            ApprovalAccount.EventOf(hostile, "1\nnote: approved", new string('\u0007', 10_000)));

        var response = await _account.ApprovalsAsync();

        Assert.DoesNotContain("\nnote: approved", response["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("1\\u000anote: approved", response["waiting"]![0]!["claimedAccount"]!.GetValue<string>());
        Assert.InRange(response["waiting"]![0]!["claimedAddress"]!.GetValue<string>().Length, 1, 1000);
    }

    [Fact]
    public async Task It_changes_nothing()
    {
        await _account.DeployAsync();
        _account.Put(_root);
        var stored = _account.Rotating.Base.Memory.Stored;
        _account.Rotating.Base.Calls.Heal();

        await _account.ApprovalsAsync();

        Assert.Same(stored, _account.Rotating.Base.Memory.Stored);
        Assert.DoesNotContain("s3:PutObject", _account.Rotating.Base.Calls.Names);
    }

    [Fact]
    public async Task Where_the_sources_cannot_be_read_it_says_what_the_last_run_saw()
    {
        await _account.DeployAsync();
        _account.Put(_root);
        await _account.Rotating.PassAsync(1);
        _account.Bucket.IsLocked = true;

        var response = await _account.ApprovalsAsync();

        Assert.Equal("Stranger Root", Assert.Single(response["waiting"]!.AsArray())!["commonName"]!.GetValue<string>());
        Assert.Contains("This is what the last run saw", response["notes"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(response["error"]);
    }

    [Fact]
    public async Task Without_a_deployment_it_says_so()
    {
        var response = await _account.ApprovalsAsync();

        Assert.Contains("Deploy its stack once", response["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(response["waiting"]!.AsArray());
    }
}
