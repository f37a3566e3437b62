using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.DirectoryService;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.Notifications;

namespace Infra.Local.Verification.Checks;

/// <summary>Who may write to a source bucket does not thereby decide whom a directory trusts.</summary>
public sealed class AnchorChecks(Site site, Synthesize synthesize)
{
    private const string Environment = "local-anchors";
    private const string DirectoryId = "d-0a1b2c3d4e";
    private const string Bucket = "example-agency-pki";
    private const string Prefix = "smart-card/";
    private const string Resource = "Custom::DirectoryTrust";
    private const string AnchorFile = "certificates/local-anchors-smart-card.pem";

    private readonly ScheduledFunctions _functions = new(site.Aws, site.Administrator);
    private readonly ForgedBundles _bundles = new(site.Now);
    private AssemblyStack? _stack;

    public IEnumerable<Check> All() =>
    [
        new("A deployment registers what a trust anchor vouches for, and names the rest in its warning", DeployAsync),
        new("Of six bundles dropped into a source bucket, only the cross-certified one registers", ForgedAsync),
        new("A stranger's root waits, is notified with its writer, and registers once it is approved", StrangerAsync),
        new("A trust anchor that is replaced deregisters nothing", AnchorReplacedAsync),
        new("A source bucket of another account is refused", WrongOwnerAsync),
        new("The stack with trust anchors is deleted, and the directory is as it was", DeleteAsync),
    ];

    private IReadOnlyList<string> Registered =>
    [
        .. site.Aws.Directories[DirectoryId].State.Usable(CertificateType.ClientCertAuth, site.Now)
            .Select(one => one.Thumbprint),
    ];

    private async Task<string> DeployAsync(CancellationToken cancellationToken)
    {
        var early = _bundles.Stranger("Early");
        site.Aws.Directories.Add(
            new DirectorySpecification(DirectoryId, DirectoryType.ADConnector, "agency-smart-cards.example.mil"));
        await site.Administrator.CreateBucketWithEventsAsync(Bucket);
        await DropAsync(_bundles.Agency);
        await DropAsync(early);
        var assembly = await SynthesizeAsync(cancellationToken);
        _ = await site.Aws.CloudFormation.DeployAsync(assembly.StackOf("Notifications"), cancellationToken: cancellationToken);
        _stack = assembly.StackOf("DirectoryTrust");
        var result = await site.Aws.CloudFormation.DeployAsync(_stack, cancellationToken: cancellationToken);
        Expect.Equal(StackOutcome.Created, result.Outcome, $"outcome ({result.Reason})");
        ExpectRegistered(_bundles.Agency.Thumbprints);
        var warning = result.Stack!.Outputs.Single(
            output => output.Key.EndsWith("Warning", StringComparison.Ordinal)).Value;
        Expect.True(warning.Contains(early.Thumbprints[0], StringComparison.Ordinal), $"the warning names what waits: {warning}");
        await RemoveAsync(early);
        return warning;
    }

    private async Task<string> ForgedAsync(CancellationToken cancellationToken)
    {
        foreach (var bundle in _bundles.Forged.Append(_bundles.CrossCertificate))
        {
            await DropAsync(bundle);
        }

        await RunAsync(cancellationToken);
        ExpectRegistered(
        [
            .. _bundles.Agency.Thumbprints,
            .. _bundles.Forged.SelectMany(bundle => bundle.LinkThumbprints),
            .. _bundles.CrossCertificate.Thumbprints,
        ]);
        foreach (var bundle in _bundles.Forged)
        {
            Expect.True(
                Messages(bundle.Thumbprints[^1]).Any(), $"a notification names the lowest certificate of {bundle.Name}");
        }

        return $"{_bundles.Forged.Count} bundles wait or cannot be registered; the cross-certified CA is trusted";
    }

    private async Task<string> StrangerAsync(CancellationToken cancellationToken)
    {
        var (stranger, before) = (_bundles.Stranger("Stranger"), Registered);
        var root = stranger.Thumbprints[0];
        await DropAsync(stranger);
        await Poll.UntilAsync(
            "a notification that the root waits", () => Task.FromResult(Messages(root).Any()), cancellationToken);
        var message = Messages(root).First();
        string[] facts = ["Stranger Root CA", $"s3://{Bucket}/{Key(stranger)}", "111122223333", "127.0.0.1", "approve", "reject"];
        Expect.Equal("", string.Join(", ", facts.Where(fact => !message.Text.Contains(fact, StringComparison.Ordinal))), "what the notification lacks");
        await RunAsync(cancellationToken);
        ExpectRegistered(before);
        var approvals = await _functions.AskAsync(DirectoryId, new JsonObject { ["request"] = "approvals" });
        Expect.True(
            stranger.Thumbprints.All(one => approvals.ToJsonString().Contains(one, StringComparison.Ordinal)),
            "approvals lists the root and the CAs below it");

        // As OpenSSL prints it.
        var printed = string.Join(':', root.Chunk(2).Select(pair => new string(pair)));
        var response = await _functions.AskAsync(
            DirectoryId, new JsonObject { ["request"] = "approve", ["thumbprint"] = printed });
        Expect.True(response["error"] is null, $"it is approved: {response.ToJsonString()}");
        ExpectRegistered([.. before, .. stranger.Thumbprints]);
        var history = await _functions.AskAsync(DirectoryId, new JsonObject { ["request"] = "history" });
        Expect.True(
            history.ToJsonString().Contains("approved", StringComparison.Ordinal), "the history says who approved it");
        return message.Subject ?? "";
    }

    private async Task<string> AnchorReplacedAsync(CancellationToken cancellationToken)
    {
        var (before, watch) = (Registered, new DirectoryWatch(site.Aws, DirectoryId, CertificateType.ClientCertAuth));
        var other = _bundles.Stranger("Other").Pems[0];
        await DeployAsync(
            properties => properties["SmartCard"]!["TrustAnchors"] = new JsonArray(other), StackOutcome.Updated, cancellationToken);
        await site.Aws.Clock.AdvanceAsync(TimeSpan.FromDays(2), cancellationToken);
        ExpectRegistered(before);
        Expect.Equal(before.Count, watch.FewestUsable, "fewest usable certificates at any moment");
        await DeployAsync(_ => { }, StackOutcome.Updated, cancellationToken);
        ExpectRegistered(before);
        return $"{before.Count} certificates stay registered";
    }

    private Task<string> WrongOwnerAsync(CancellationToken cancellationToken) => DeployAsync(
        properties =>
        {
            foreach (var place in properties["SmartCard"]!["S3Sources"]!.AsArray())
            {
                place!["BucketOwner"] = "444455556666";
            }
        },
        StackOutcome.RolledBack,
        cancellationToken);

    private async Task<string> DeleteAsync(CancellationToken cancellationToken)
    {
        var result = await site.Aws.CloudFormation.DeleteAsync(_stack!.Name, cancellationToken: cancellationToken);
        Expect.Equal(StackOutcome.Deleted, result.Outcome, $"outcome ({result.Reason})");
        ExpectRegistered([]);
        site.Aws.Directories.Remove(DirectoryId);
        return "no certificate is registered";
    }

    /// <summary>With the root of this run in place of the repository's, whose key nobody has.</summary>
    private Task<CloudAssembly> SynthesizeAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Synthesis.Repository.Find().Scratch, Environment, "anchors");
        var file = Path.Combine(folder, AnchorFile);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, _bundles.RootPem);
        return synthesize(
            Environment, new Dictionary<string, string> { ["certificateFolder"] = folder }, cancellationToken);
    }

    private async Task<string> DeployAsync(
        Action<JsonObject> change, StackOutcome expected, CancellationToken cancellationToken)
    {
        var changed = TrustFingerprint.Update(Templates.Change(_stack!, Resource, change), Resource);
        var result = await site.Aws.CloudFormation.DeployAsync(changed, cancellationToken: cancellationToken);
        Expect.Equal(expected, result.Outcome, $"outcome ({result.Reason})");
        return result.Reason ?? "";
    }

    private Task DropAsync(Bundle bundle) => site.Administrator.PutObjectAsync(Bucket, Key(bundle), bundle.File);

    private Task RemoveAsync(Bundle bundle) => site.Administrator.DeleteObjectAsync(Bucket, Key(bundle));

    private static string Key(Bundle bundle) => $"{Prefix}{bundle.Name.ToLowerInvariant()}.pem";

    /// <summary>A run that sees the bucket as it is now: one that is under way may have read it before.</summary>
    private Task RunAsync(CancellationToken cancellationToken) => Poll.UntilAsync(
        "a run that is not busy",
        async () => (string?)(await _functions.SendEventAsync(DirectoryId, site.Now))["outcome"] != "Busy",
        cancellationToken);

    private IEnumerable<TopicMessage> Messages(string about) =>
        site.Aws.Notifications.Messages.Where(message => message.Text.Contains(about, StringComparison.Ordinal));

    private void ExpectRegistered(IReadOnlyList<string> thumbprints) => Expect.Equal(
        string.Join(' ', thumbprints.Order(StringComparer.Ordinal)),
        string.Join(' ', Registered.Order(StringComparer.Ordinal)),
        "registered certificates");
}
