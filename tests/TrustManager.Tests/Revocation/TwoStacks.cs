using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Revocation;

/// <summary>Two stacks of one account whose environment files name the same CA, each with a bucket of its own.</summary>
internal sealed class TwoStacks : IDisposable
{
    public static readonly RevocationSettings Original = new(Some.EarlierCrl, Some.Ocsp);

    private readonly Dictionary<char, Dictionary<string, string>> _inForce = [];
    private readonly Dictionary<char, string> _restoreBuckets;

    /// <param name="restoreBucketA">What the first stack's environment file names as <c>restoreBucketName</c>.</param>
    /// <param name="restoreBucketB">The same of the second.</param>
    public TwoStacks(string restoreBucketA = Some.OtherBucket, string restoreBucketB = Some.OtherBucket)
    {
        _restoreBuckets = new() { ['A'] = restoreBucketA, ['B'] = restoreBucketB };
        Account.Ca.Revocation = Original;
    }

    public FakeAccount Account { get; } = new();

    /// <summary>Stacks that have the CA now.</summary>
    public IReadOnlyCollection<char> Adopted => _inForce.Keys;

    public static string BucketOf(char stack) => $"bucket-{char.ToLowerInvariant(stack)}";

    public static string StackIdOf(char stack) =>
        $"arn:aws-us-gov:cloudformation:us-gov-west-1:111122223333:stack/CertificateAuthority-{stack}/5f0d";

    public void Dispose() => Account.Dispose();

    /// <summary>One deployment or deletion, with what CloudFormation does when it fails; null where there is nothing to do.</summary>
    public async Task<CustomResourceAnswer?> DoAsync(char stack, RequestKind kind, string story = "")
    {
        if (_inForce.TryGetValue(stack, out var now) == (kind == RequestKind.Create))
        {
            return null;
        }

        var next = Properties(stack, kind == RequestKind.Update && now!["ExpirationInDays"] == "7" ? "14" : "7");
        var answer = await SendAsync(stack, kind, kind == RequestKind.Delete ? now! : next, now);
        Account.Calls.Heal();
        if (kind == RequestKind.Delete)
        {
            answer = answer.Succeeded ? answer : await SendAsync(stack, kind, now!, null);
            Assert.True(answer.Succeeded, $"{story}: {stack} deletes: {answer.Reason}");
            _inForce.Remove(stack);
        }
        else if (answer.Succeeded)
        {
            _inForce[stack] = next;
        }
        else
        {
            var undone = await SendAsync(stack, now is null ? RequestKind.Delete : kind, now ?? next, next);
            Assert.True(undone.Succeeded, $"{story}: {stack} rolls back: {undone.Reason}");
        }

        return answer;
    }

    public async Task DeleteAllAsync(string story)
    {
        foreach (var stack in Adopted.ToList())
        {
            await DoAsync(stack, RequestKind.Delete, story);
        }
    }

    /// <summary>The settings that a stack puts in force first.</summary>
    public CrlSettings SettingsOf(char stack) =>
        CaRevocationProperties.From(new ResourceProperties(Properties(stack, "7"))).DesiredCrl();

    private Dictionary<string, string> Properties(char stack, string days) => Some.PropertyValues(
        ("CrlBucketName", BucketOf(stack)),
        ("CustomCname", $"crl-{char.ToLowerInvariant(stack)}.corp.example.mil"),
        ("RestoreBucketName", _restoreBuckets[stack]),
        ("ExpirationInDays", days));

    /// <summary>As the stack's own role: it may use its own bucket and the one to restore.</summary>
    private Task<CustomResourceAnswer> SendAsync(
        char stack, RequestKind kind, Dictionary<string, string> properties, Dictionary<string, string>? old)
    {
        string[] mine = [BucketOf(stack), _restoreBuckets[stack]];
        Account.PrivateCa.WritableBuckets.Clear();
        Account.PrivateCa.WritableBuckets.UnionWith(mine);
        Account.Bucket.Closed.Clear();
        Account.Bucket.Closed.UnionWith(new[] { BucketOf('A'), BucketOf('B'), Some.OtherBucket }.Except(mine));
        Account.Own = Account.Own with { StackId = StackIdOf(stack) };
        var request = Some.Event(kind.ToString(), properties);
        request["StackId"] = StackIdOf(stack);
        if (kind != RequestKind.Create)
        {
            request["PhysicalResourceId"] = $"ca-revocation/{Some.Ca.CaId}";
        }

        if (kind == RequestKind.Update)
        {
            request["OldResourceProperties"] = Some.Event("Update", old!)["ResourceProperties"]!.DeepClone();
        }

        return Account.SendAsync(request);
    }
}
