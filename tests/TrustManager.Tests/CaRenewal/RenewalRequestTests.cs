using System.Globalization;
using System.Text.Json.Nodes;
using Infra.TrustManager.CaRenewal.Asking;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.Tests.CaRenewal;

public sealed class RenewalRequestTests
{
    [Fact]
    public async Task The_plan_says_what_happens_and_when_and_changes_nothing()
    {
        using var account = new RenewalAccount(daysLeft: 366);
        await account.RunAsync();
        var writes = account.Memory.Writes;

        var today = await AskAsync(account, """{"request":"plan"}""");
        var tomorrow = await AskAsync(account, """{"request":"plan","time":"2026-11-22T08:00:00Z"}""");

        Assert.Empty(today["steps"]!.AsArray());
        Assert.Equal("2026-11-22", today["later"]![0]!["on"]!.GetValue<string>());
        Assert.Equal(3, tomorrow["steps"]!.AsArray().Count);
        Assert.Contains("1. have CA", tomorrow["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(writes, account.Memory.Writes);
        Assert.Empty(account.Ca.Orders);
    }

    [Theory]
    [InlineData("2000-01-01")]
    [InlineData("9899-12-31")]
    public async Task A_plan_may_be_simulated_from_the_first_to_the_last_day_that_is_allowed(string day)
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 366, parentDaysLeft: 400);

        var plan = await AskAsync(account, $$"""{"request":"plan","time":"{{day}}"}""");

        Assert.Null(plan["error"]);
    }

    [Fact]
    public async Task The_plan_says_what_is_in_the_way()
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 300, parentDaysLeft: 400);

        var plan = await AskAsync(account, """{"request":"plan"}""");

        Assert.Contains("Renew the CA above", Assert.Single(plan["refusals"]!.AsArray())!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(account.Memory.Stored);
    }

    [Fact]
    public async Task A_person_who_published_the_certificate_is_not_reminded_any_more()
    {
        using var account = await RenewedAsync();

        var answer = await AskAsync(account, Published(Spaced(account.Thumbprint.ToLowerInvariant())));
        await account.RunDaysAsync(70);

        Assert.Null(answer["error"]);
        Assert.False(account.Memory.Memory!.WindowsTrustPending);
        Assert.Single(account.Topic.Told);
    }

    [Fact]
    public async Task Whoever_does_not_confirm_is_reminded_after_7_and_30_and_60_days()
    {
        using var account = await RenewedAsync();

        await account.RunDaysAsync(100);

        Assert.Equal(["0", "7", "30", "60"], account.Topic.Told.Select(message => message.Key.Split('/')[^1]));
    }

    [Fact]
    public async Task Before_the_certificate_that_windows_knows_expires_it_is_said_again()
    {
        using var account = await RenewedAsync();

        await account.RunDaysAsync(330, every: 10);
        await account.RunDaysAsync(40);

        Assert.Equal(
            ["left-30", "left-14", "left-7", "left-3", "left-1"],
            account.Topic.Told.Skip(4).Take(5).Select(message => message.Key.Split('/')[^1]));
    }

    [Fact]
    public async Task Another_thumbprint_than_that_of_the_CA_is_refused()
    {
        using var account = await RenewedAsync();

        var answer = await AskAsync(account, Published(new string('A', 64)));

        Assert.Contains(account.Thumbprint, answer["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(account.Memory.Memory!.WindowsTrustPending);
    }

    [Fact]
    public async Task A_confirmation_may_come_twice()
    {
        using var account = await RenewedAsync();
        await AskAsync(account, Published(account.Thumbprint));
        var writes = account.Memory.Writes;

        var answer = await AskAsync(account, Published(account.Thumbprint));

        Assert.Null(answer["error"]);
        Assert.Equal(writes, account.Memory.Writes);
    }

    [Fact]
    public async Task The_history_is_readable()
    {
        using var account = await RenewedAsync();

        var history = await AskAsync(account, """{"request":"history"}""");

        Assert.Equal(2, history["entries"]!.AsArray().Count);
        Assert.Contains("reissued 'Agency CA'", history["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_says_for_how_long_the_certificate_lasts_and_who_knows_it()
    {
        using var account = await RenewedAsync();

        var status = await AskAsync(account, """{"request":"status"}""");

        Assert.Equal(1825, status["daysToExpiry"]!.GetValue<int>());
        Assert.True(status["windowsTrustPending"]!.GetValue<bool>());
        Assert.Equal("Renew", status["mode"]!.GetValue<string>());
        Assert.Contains("reissue the certificate", status["scheduledChanges"]![0]!["what"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Succeeded", status["lastRun"]!["outcome"]!.GetValue<string>());
        Assert.Contains("published in Active Directory: not confirmed", status["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_changes_nothing_and_says_what_is_due()
    {
        using var account = new RenewalAccount(daysLeft: 100);

        var status = await AskAsync(account, """{"request":"status"}""");

        Assert.Contains("The renewal is due now.", status["notes"]!.AsArray().Select(note => note!.GetValue<string>()));
        Assert.Null(status["lastRun"]);
        Assert.Null(account.Memory.Stored);
        Assert.Empty(account.Ca.Orders);
    }

    [Theory]
    [InlineData("plan", TrustManagerVariables.CaRenewal, TrustManagerVariables.CaRead)]
    [InlineData("history", TrustManagerVariables.CaRenewal, TrustManagerVariables.CaRead)]
    [InlineData("apply", TrustManagerVariables.CaRead, TrustManagerVariables.CaRenewal)]
    [InlineData("published", TrustManagerVariables.CaRead, TrustManagerVariables.CaRenewal)]
    public void The_wrong_function_names_the_right_one(string request, string asked, string right)
    {
        var invocation = InvocationReader.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"request":"{{request}}"}"""));

        var read = CaRequestReader.Read(
            invocation, new RequestTarget(asked, OperatorRequests.OfAuthority, [Some.Ca.ToString()]), SomeRenewal.Now);

        Assert.Contains($"which function {right} fulfils, and this is {asked}.", read.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"request":"renew"}""", "'renew'; it must be one of plan, status, history (CaRead), apply, published (CaRenewal)")]
    [InlineData("""{"request":"apply","time":"2027-01-31"}""", "apply has no member 'time'")]
    [InlineData("""{"request":"published"}""", "thumbprint is missing")]
    [InlineData("""{"request":"published","thumbprint":"abc"}""", "64 hexadecimal digits")]
    [InlineData("""{"request":"published","thumbprint":7}""", "thumbprint is 7; it must be a text")]
    [InlineData("""{"request":"plan","time":"tomorrow"}""", "time is 'tomorrow'")]
    [InlineData("""{"request":"plan","time":5}""", "time is 5; it must be a text")]
    [InlineData("""{"request":"plan","time":"9999-12-31"}""", "from 2000-01-01 to 9899-12-31")]
    [InlineData("""{"request":"history","time":"2027-01-31"}""", "history has no member 'time'")]
    [InlineData("""{"request":"published","thumbprint":"x","time":"2033-01-01"}""", "published has no member 'time'")]
    [InlineData("""{"request":"history","certificateAuthorityArn":"arn:of:another"}""", "is 'arn:of:another'; this function serves arn:aws-us-gov:acm-pca:")]
    [InlineData("""{"request":"history","certificateAuthorityArn":null}""", "certificateAuthorityArn is missing; this function")]
    [InlineData("""{"ResponseURL":"https://example.com","RequestType":"Update"}""", "an event of CloudFormation, which function CaRenewal does not accept")]
    [InlineData("""{}""", "has no member 'request'")]
    [InlineData("""[]""", "not a JSON object but Array")]
    [InlineData("""7""", "not a JSON object but Number")]
    public async Task What_is_not_understood_is_answered_with_what_is_allowed(string request, string problem)
    {
        using var account = new RenewalAccount();

        var answer = await AskAsync(account, request);

        Assert.Contains(problem, answer["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(account.Calls.Names);
    }

    private static async Task<RenewalAccount> RenewedAsync()
    {
        var account = new RenewalAccount(daysLeft: 366);
        await account.RunAsync();
        await account.RunDaysAsync(2);
        return account;
    }

    private static string Published(string thumbprint) =>
        new JsonObject { ["request"] = "published", ["thumbprint"] = thumbprint }.ToJsonString();

    private static string Spaced(string thumbprint) => string.Join(
        ' ', thumbprint.Chunk(2).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair[0]}{pair[1]}")));

    private static async Task<JsonNode> AskAsync(RenewalAccount account, string request) =>
        (await account.AskAsync(JsonNode.Parse(request)!))!;
}
