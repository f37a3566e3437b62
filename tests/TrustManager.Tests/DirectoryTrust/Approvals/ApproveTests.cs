using System.Text.Json.Nodes;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Tests.CaCertificates;
using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Approvals;

public sealed class ApproveTests : IDisposable
{
    private readonly ApprovalAccount _account = new();
    private readonly SomeCa _root = SomeCa.Root("Stranger Root");
    private readonly SomeCa _policy;
    private readonly SomeCa _issuing;

    public ApproveTests()
    {
        _policy = _root.Issue("Stranger Policy");
        _issuing = _policy.Issue("Stranger Issuing");
    }

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_root_is_approved_with_what_waits_below_it_and_registered_in_the_same_request()
    {
        await _account.DeployAsync();
        _account.Put(_issuing, _policy, _root);
        await _account.Rotating.PassAsync(1);
        _account.Rotating.Messages.Told.Clear();

        var response = await _account.ApproveAsync(_root);

        Assert.Null(response["error"]);
        Assert.Equal("Done", response["outcome"]!.GetValue<string>());
        Assert.Equal(["Anchor", "Stranger Root", "Stranger Policy", "Stranger Issuing"], _account.Names);
        Assert.All(_account.State.Decisions, decision =>
            Assert.Equal((true, _root.Thumbprint, "self-reported"), (decision.IsApproved, decision.Set, decision.By)));
        Assert.Equal(
            [
                ("ldaps", _root.Thumbprint, "approved", "registered"),
                ("ldaps", _issuing.Thumbprint, "approved", "registered"),
                ("ldaps", _policy.Thumbprint, "approved", "registered"),
            ],
            response["certificates"]!.AsArray().Select(one => (
                one!["purpose"]!.GetValue<string>(),
                one["thumbprint"]!.GetValue<string>(),
                one["decision"]!.GetValue<string>(),
                one["state"]!.GetValue<string>())));
        Assert.Contains(
            $"'Stranger Root' (SHA-256 {_root.Thumbprint}) for client-side LDAPS: approved on 2026-11-22 by an operator "
            + "(self-reported); registered",
            Text(response),
            StringComparison.Ordinal);
        Assert.Equal(3, response["done"]!.AsArray().Count);
        Assert.Empty(_account.State.Withheld);
    }

    [Fact]
    public async Task The_history_and_the_notification_say_who_approved_and_when()
    {
        await _account.DeployAsync();
        _account.Put(_root, _policy);

        await _account.ApproveAsync(_root);

        var approved = Assert.Single(_account.State.History, entry => entry.What.StartsWith("approved", StringComparison.Ordinal));
        Assert.Equal(
            $"approved for client-side LDAPS: 'Stranger Root' (SHA-256 {_root.Thumbprint}), 'Stranger Policy' (SHA-256 {_policy.Thumbprint})",
            approved.What);
        Assert.Equal("self-reported", approved.By);
        const string Because = "and it was approved on 2026-11-21 by an operator (self-reported)";
        Assert.Contains(_account.State.History, entry => entry.What.StartsWith("registered 'Stranger Root'", StringComparison.Ordinal)
            && entry.Why.EndsWith(Because, StringComparison.Ordinal) && entry.By == "self-reported");
        Assert.Contains(_account.Rotating.Messages.Told, message =>
            message.Subject.Contains("'Stranger Root' was registered", StringComparison.Ordinal)
            && message.Text.Contains(Because, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_only_has_the_name_of_its_issuer_is_not_approved_with_it()
    {
        var impostor = SomeCa.Root("Stranger Root").Issue("Impostor");
        await _account.DeployAsync();
        _account.Put(_root, _policy, impostor);

        await _account.ApproveAsync(_root);

        Assert.Equal(["Stranger Root", "Stranger Policy"], _account.Approved);
        Assert.Equal("Impostor", Assert.Single(_account.State.Withheld).Withheld.Certificate!.CommonName);
    }

    [Fact]
    public async Task What_was_rejected_is_neither_approved_with_its_issuer_nor_a_link_to_what_is_below_it()
    {
        await _account.DeployAsync();
        _account.Put(_root, _policy, _issuing);
        await _account.RejectAsync(_policy);

        await _account.ApproveAsync(_root);

        Assert.Equal(["Stranger Root"], _account.Approved);
        Assert.Equal(["Anchor", "Stranger Root"], _account.Names);
    }

    [Fact]
    public async Task An_intermediate_below_a_root_that_waits_is_refused_and_names_the_issuer_to_approve()
    {
        await _account.DeployAsync();
        _account.Put(_root, _policy, _issuing);

        var response = await _account.ApproveAsync(_policy);

        Assert.Contains(
            $"its issuer 'Stranger Root' (SHA-256 {_root.Thumbprint}) in s3://team-bucket/cas/Stranger Root.pem waits for "
            + "approval. Approve that issuer instead",
            Error(response),
            StringComparison.Ordinal);
        Assert.Empty(_account.State.Decisions);
        Assert.Equal(["Anchor"], _account.Names);
    }

    [Fact]
    public async Task An_intermediate_whose_issuer_is_in_no_source_or_rejected_is_refused()
    {
        await _account.DeployAsync();
        _account.Put(_policy);
        var missing = await _account.ApproveAsync(_policy);
        _account.Put(_root);
        await _account.RejectAsync(_root);

        var rejected = await _account.ApproveAsync(_policy);

        Assert.Contains("The CA certificate of \"CN=Stranger Root\" is missing", Error(missing), StringComparison.Ordinal);
        Assert.Contains(
            $"its issuer 'Stranger Root' (SHA-256 {_root.Thumbprint}) in s3://team-bucket/cas/Stranger Root.pem is not "
            + "registered: it was rejected on 2026-11-21",
            Error(rejected),
            StringComparison.Ordinal);
        Assert.Empty(_account.Approved);
    }

    [Fact]
    public async Task An_intermediate_below_what_was_approved_is_approved_with_what_is_below_it_only()
    {
        var other = _root.Issue("Other");
        await _account.DeployAsync();
        _account.Put(_root);
        await _account.ApproveAsync(_root);
        _account.Put(_policy, _issuing, other);

        await _account.ApproveAsync(_policy);

        Assert.Equal(["Anchor", "Stranger Root", "Stranger Policy", "Stranger Issuing"], _account.Names);
        Assert.Equal("Other", Assert.Single(_account.State.Withheld).Withheld.Certificate!.CommonName);
    }

    [Fact]
    public async Task A_file_that_was_swapped_after_its_notification_is_not_what_the_operator_named()
    {
        var swapped = SomeCa.Root("Stranger Root");
        await _account.DeployAsync();
        _account.Put(_root);
        await _account.Rotating.PassAsync(1);
        _account.Put(swapped);

        var response = await _account.ApproveAsync(_root);

        Assert.StartsWith(
            $"A certificate with SHA-256 {_root.Thumbprint} is in no source for client-side LDAPS. It may have been taken away "
            + "or replaced since it was notified.",
            Error(response),
            StringComparison.Ordinal);
        Assert.Contains(
            $"Waiting for approval on directory {SomeTrust.DirectoryId}: 'Stranger Root' (SHA-256 {swapped.Thumbprint})",
            Error(response),
            StringComparison.Ordinal);
        Assert.Empty(_account.State.Decisions);
    }

    [Fact]
    public async Task A_file_that_is_swapped_after_its_approval_waits_again()
    {
        await _account.DeployAsync();
        _account.Put(_root);
        await _account.Rotating.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "audit" });
        await _account.ApproveAsync(_root);
        _account.Put(SomeCa.Root("Stranger Root"));
        await _account.Rotating.AskAsync(new JsonObject { ["request"] = "release" });

        await _account.Rotating.PassAsync(2);

        Assert.Equal(["Anchor"], _account.Names);
        Assert.Empty(_account.State.Decisions);
        Assert.Single(_account.State.Withheld);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("pinned")]
    [InlineData("registered")]
    public async Task What_does_not_wait_is_refused_with_how_it_stands(string kind)
    {
        var (expired, below) = (SomeCa.Root("Expired", days: 30), _account.Anchor.Issue("Below"));
        await _account.DeployAsync(mode: "report");
        _account.Put(expired, below);

        var response = await _account.ApproveAsync(kind switch { "expired" => expired, "pinned" => below, _ => _account.Anchor });

        Assert.Contains(
            kind switch
            {
                "expired" => "cannot be registered for client-side LDAPS: ",
                "pinned" => "needs no approval for client-side LDAPS: s3://team-bucket/cas/Below.pem lists it, and a path leads",
                _ => "is registered for client-side LDAPS (c-0000000001)",
            },
            Error(response),
            StringComparison.Ordinal);
        Assert.Contains("Nothing waits for approval", Error(response), StringComparison.Ordinal);
        Assert.Empty(_account.State.Decisions);
    }

    [Fact]
    public async Task A_list_of_what_waits_is_bounded()
    {
        await _account.DeployAsync();
        _account.Put([.. Enumerable.Range(1, 30).Select(number => SomeCa.Root($"Junk {number:00}"))]);

        var error = Error(await _account.ApproveAsync(_root));

        Assert.Contains("'Junk 20'", error, StringComparison.Ordinal);
        Assert.DoesNotContain("'Junk 21'", error, StringComparison.Ordinal);
        Assert.Contains(" and 10 more.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_approval_on_a_directory_with_both_purposes_must_name_one(bool isApprovedForTheOther)
    {
        await _account.DeployAsync(smartCard: true);
        _account.Put(_root, _policy);
        if (isApprovedForTheOther)
        {
            await _account.ApproveAsync(_root, "ldaps");
        }

        var unnamed = await _account.ApproveAsync(_root);

        Assert.StartsWith(
            $"purpose is missing: directory {SomeTrust.DirectoryId} has smartCard and ldaps, and an approval is for one of them.",
            Error(unnamed),
            StringComparison.Ordinal);
        Assert.Contains("waits for approval for smart card sign-in; it ", Error(unnamed), StringComparison.Ordinal);
        Assert.Equal(["Anchor"], _account.Registered(CertificatePurpose.SmartCard));
        Assert.DoesNotContain(_account.State.Decisions, decision => decision.Purpose == CertificatePurpose.SmartCard);
    }

    [Fact]
    public async Task An_approval_for_one_purpose_is_none_for_the_other()
    {
        await _account.DeployAsync(smartCard: true);
        _account.Put(_root, _policy);

        var one = await _account.ApproveAsync(_root, "smartCard");
        var ldaps = _account.Names.ToArray();
        await _account.ApproveAsync(_root, "ldaps");

        Assert.Equal(["Anchor", "Stranger Root", "Stranger Policy"], _account.Registered(CertificatePurpose.SmartCard));
        Assert.Equal(["Anchor"], ldaps);
        Assert.Equal(["Anchor", "Stranger Root", "Stranger Policy"], _account.Names);
        Assert.DoesNotContain("LDAPS: approved", Text(one), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purpose_that_the_environment_file_does_not_have_is_refused()
    {
        await _account.DeployAsync();
        _account.Put(_root);

        var response = await _account.ApproveAsync(_root, "smartCard");

        Assert.StartsWith("purpose is smartCard, and the environment file has no such section", Error(response), StringComparison.Ordinal);
        Assert.Empty(_account.State.Decisions);
    }

    [Fact]
    public async Task A_second_approval_changes_nothing()
    {
        await _account.DeployAsync();
        _account.Put(_root, _policy);
        await _account.ApproveAsync(_root);
        var stored = _account.Rotating.Base.Memory.Stored;
        _account.Rotating.Base.Time.Advance(TimeSpan.FromHours(1));

        var response = await _account.ApproveAsync(_root);

        Assert.Null(response["error"]);
        Assert.Contains("it was approved on 2026-11-21 by an operator (self-reported) already; registered", Text(response), StringComparison.Ordinal);
        Assert.Same(stored, _account.Rotating.Base.Memory.Stored);
    }

    [Fact]
    public async Task What_was_rejected_can_be_approved()
    {
        await _account.DeployAsync();
        _account.Put(_root);
        await _account.RejectAsync(_root);

        await _account.ApproveAsync(_root);

        Assert.Equal(["Anchor", "Stranger Root"], _account.Names);
        Assert.True(Assert.Single(_account.State.Decisions).IsApproved);
    }

    private static string Text(JsonNode response) => response["text"]!.GetValue<string>();

    private static string Error(JsonNode response) => response["error"]!.GetValue<string>();
}
