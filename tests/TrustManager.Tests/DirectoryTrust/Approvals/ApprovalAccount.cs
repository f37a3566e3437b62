using System.Text;
using System.Text.Json.Nodes;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Tests.CaCertificates;
using Infra.TrustManager.Tests.DirectoryTrust.Reconciling;
using Infra.TrustManager.Tests.Fakes;
using Infra.TrustManager.Tests.Sources;
using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Approvals;

/// <summary>A directory whose certificates come from a bucket, with real certificates below one pinned anchor.</summary>
internal sealed class ApprovalAccount : IDisposable
{
    public const CertificatePurpose Ldaps = CertificatePurpose.Ldaps;

    public ApprovalAccount(string? stsUrl = null)
    {
        var time = new FakeTime();
        var privateCa = new FakePrivateCa(new AwsCalls(time), new FakeBucket(new AwsCalls(time), time), time);
        Rotating = stsUrl is null
            ? new RotatingAccount(sources: new ListedSources(privateCa, Bucket))
            : new RotatingAccount(sources: new ListedSources(privateCa, Bucket)) { StsUrl = stsUrl };
        Put(Anchor);
    }

    public RotatingAccount Rotating { get; }

    public FakeObjects Bucket { get; } = [];

    public SomeCa Anchor { get; } = SomeCa.Root("Anchor");

    public TrustMemory State => Rotating.Memory;

    /// <summary>What LDAPS has, oldest first.</summary>
    public IEnumerable<string> Names => Registered(Ldaps);

    /// <summary>Common names of what was approved, in the order of the state.</summary>
    public IEnumerable<string> Approved =>
        State.Decisions.Where(decision => decision.IsApproved).Select(decision => decision.CommonName);

    public IEnumerable<string> Registered(CertificatePurpose purpose) => Rotating.Base.Directory.Entries
        .Where(entry => entry.Purpose == purpose && entry.State == RegistrationState.Registered)
        .Select(entry => entry.Certificate.CommonName);

    public void Put(params SomeCa[] authorities)
    {
        foreach (var one in authorities)
        {
            FakeSource.Known[one.Ca.Pem] = one.Ca;
            Bucket[KeyOf(one)] = Encoding.UTF8.GetBytes(one.Pem);
        }
    }

    public void Take(SomeCa authority) => Bucket.Remove(KeyOf(authority));

    public static string KeyOf(SomeCa authority) => $"cas/{authority.Ca.CommonName}.pem";

    /// <summary>The event of S3 about an object that was put.</summary>
    public static JsonObject EventOf(SomeCa authority, string account, string address) => SomeEvent.OfObject(
        KeyOf(authority), account, address, version: $"version of {KeyOf(authority)}");

    public async Task DeployAsync(string? mode = null, bool smartCard = false, bool ldaps = true)
    {
        var properties = new JsonObject
        {
            ["DirectoryId"] = SomeTrust.DirectoryId,
            ["StateBucketName"] = "state-bucket",
            ["RotationMode"] = mode,
            ["Ldaps"] = ldaps ? Section() : null,
            ["SmartCard"] = smartCard ? Section() : null,
        };
        var answer = await Rotating.Base.SendAsync(
            Rotating.Memory is null ? "Create" : "Update", properties, properties.DeepClone().AsObject());
        Assert.True(answer.Succeeded, answer.Reason);
        Rotating.Base.Calls.Heal();
    }

    public Task<JsonNode> ApproveAsync(SomeCa authority, string? purpose = null) =>
        AskAsync("approve", authority.Thumbprint, purpose);

    public Task<JsonNode> RejectAsync(SomeCa authority, string? purpose = null) =>
        AskAsync("reject", authority.Thumbprint, purpose);

    public Task<JsonNode> ApprovalsAsync() => Rotating.AskAsync(new JsonObject { ["request"] = "approvals" });

    public Task<JsonNode> AskAsync(string request, string thumbprint, string? purpose = null) => Rotating.AskAsync(
        new JsonObject { ["request"] = request, ["thumbprint"] = thumbprint, ["purpose"] = purpose });

    public void Dispose() => Rotating.Dispose();

    private JsonObject Section() => new()
    {
        ["S3Sources"] = new JsonArray(new JsonObject
        {
            ["BucketName"] = "team-bucket", ["Prefix"] = "cas/", ["BucketOwner"] = "111122223333",
        }),
        ["TrustAnchors"] = new JsonArray(Anchor.Ca.Pem),
    };
}
