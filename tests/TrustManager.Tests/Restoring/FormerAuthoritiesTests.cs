using System.Text.Json.Nodes;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Restoring;

/// <summary>Another CA in the environment file: the former one goes on publishing, since its certificates name our host.</summary>
public sealed class FormerAuthoritiesTests : IDisposable
{
    private static readonly Dictionary<string, string> First = Some.PropertyValues(("RestoreBucketName", Some.OtherBucket));

    private readonly FakeAccount _account = new();
    private readonly FakeCa _next;

    public FormerAuthoritiesTests()
    {
        _account.PrivateCa.WritableBuckets.Add(Some.OtherBucket);
        _account.Ca.Revocation = new RevocationSettings(Some.EarlierCrl, null);
        _next = _account.PrivateCa.Add(Some.OtherCa);
    }

    private static Dictionary<string, string> Former => new(First) { ["IsFormer"] = "true" };

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task Another_CA_is_refused_until_the_former_one_is_listed()
    {
        await SendAsync("RevocationA", "Create", First);

        var refused = await SendAsync("RevocationB", "Create", Next());

        Assert.False(refused.Succeeded);
        Assert.Empty(_next.History);
        Assert.Empty(_next.Tags);
        Assert.Equal(Some.OurCrl, _account.Ca.Revocation.Crl);
        Assert.Contains("formerCertificateAuthorities", refused.Reason, StringComparison.Ordinal);
        Assert.Contains(
            $$"""{ "arn": "{{Some.Ca}}", "crlType": "COMPLETE", "restoreBucketName": "{{Some.OtherBucket}}" }""",
            refused.Reason,
            StringComparison.Ordinal);
        Assert.Contains($"{_account.Time.GetUtcNow().AddDays(7):yyyy-MM-dd}", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_former_CA_that_is_listed_goes_on_publishing_here()
    {
        await SendAsync("RevocationA", "Create", First);

        var adopted = await SendAsync("RevocationB", "Create", Next(Some.Ca.ToString()));
        var former = await SendAsync("RevocationA", "Update", Former, First);

        Assert.True(adopted.Succeeded, adopted.Reason);
        Assert.True(former.Succeeded, former.Reason);
        Assert.Equal(Some.OurCrl, _account.Ca.Revocation.Crl);
        Assert.Equal(Some.OurCrl, _next.Revocation.Crl);
    }

    [Fact]
    public async Task An_entry_that_is_removed_gives_the_CA_back_and_names_the_day_on_which_sign_in_fails()
    {
        await SendAsync("RevocationA", "Create", First);
        await SendAsync("RevocationB", "Create", Next(Some.Ca.ToString()));

        var updated = await SendAsync("RevocationB", "Update", Next(), Next(Some.Ca.ToString()));
        var removed = await SendAsync("RevocationA", "Delete", Former);

        Assert.True(updated.Succeeded, updated.Reason);
        Assert.True(removed.Succeeded, removed.Reason);
        Assert.Equal(Some.EarlierCrl, _account.Ca.Revocation.Crl);
        Assert.Contains($"http://{Some.Cname}/", removed.Reason, StringComparison.Ordinal);
        Assert.Contains($"{_account.Time.GetUtcNow().AddDays(7):yyyy-MM-dd}", removed.Reason, StringComparison.Ordinal);
        Assert.Contains("audit report", _account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_to_another_CA_that_fails_gives_that_one_back()
    {
        await SendAsync("RevocationA", "Create", First);
        await SendAsync("RevocationB", "Create", Next(Some.Ca.ToString()));
        await SendAsync("RevocationA", "Update", Former, First);

        var rolledBack = await SendAsync("RevocationA", "Update", First, Former);
        var deleted = await SendAsync("RevocationB", "Delete", Next(Some.Ca.ToString()));

        Assert.True(rolledBack.Succeeded, rolledBack.Reason);
        Assert.True(deleted.Succeeded, deleted.Reason);
        Assert.Equal(Some.OurCrl, _account.Ca.Revocation.Crl);
        Assert.Equal(CrlSettings.Disabled, _next.Revocation.Crl);
    }

    [Fact]
    public async Task A_former_CA_may_come_beside_the_present_one()
    {
        await SendAsync("RevocationB", "Create", Next());

        var former = await SendAsync("RevocationA", "Create", Former);

        Assert.True(former.Succeeded, former.Reason);
    }

    [Fact]
    public async Task A_CA_that_would_keep_its_settings_needs_no_entry()
    {
        await SendAsync("RevocationA", "Create", new(First) { ["RestoreOnDelete"] = "false" });

        var adopted = await SendAsync("RevocationB", "Create", Next());

        Assert.True(adopted.Succeeded, adopted.Reason);
    }

    [Fact]
    public async Task A_CA_that_could_not_be_given_back_needs_no_entry()
    {
        await SendAsync("RevocationA", "Create", First);
        _account.Bucket.Gone.Add(Some.OtherBucket);
        await SendAsync("RevocationA", "Delete", First);

        var adopted = await SendAsync("RevocationB", "Create", Next());

        Assert.True(adopted.Succeeded, adopted.Reason);
        Assert.NotNull(_account.Bucket.Points[(Some.Bucket, Some.Ca.CaId)].LeftAt);
    }

    private static Dictionary<string, string> Next(string? former = null) => Some.PropertyValues(
        ("CertificateAuthorityArn", Some.OtherCa.ToString()), ("FormerCertificateAuthorities", former));

    private Task<CustomResourceAnswer> SendAsync(
        string logicalId, string kind, Dictionary<string, string> properties, Dictionary<string, string>? old = null)
    {
        _account.Own = _account.Own with { LogicalId = logicalId };
        JsonObject request = Some.Event(kind, properties);
        request["LogicalResourceId"] = logicalId;
        if (kind != "Create")
        {
            request["PhysicalResourceId"] = $"ca-revocation/{properties["CertificateAuthorityArn"].Split('/')[1]}";
        }

        if (old is not null)
        {
            request["OldResourceProperties"] = Some.Event(kind, old)["ResourceProperties"]!.DeepClone();
        }

        return _account.SendAsync(request);
    }
}
