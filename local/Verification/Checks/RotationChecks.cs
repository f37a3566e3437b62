using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.DirectoryService;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.Notifications;

namespace Infra.Local.Verification.Checks;

/// <summary>Days pass, and directories and the CA keep themselves.</summary>
public sealed class RotationChecks(Site site, CloudAssembly assembly)
{
    private const string Connector = "d-0123456789";
    private const string Managed = "d-abcdef0123";

    private readonly ScheduledFunctions _functions = new(site.Aws, site.Administrator);
    private string _earlier = "";

    public IEnumerable<Check> All() =>
    [
        new("A day on which nothing is to be done changes nothing and writes nothing", NothingToDoAsync),
        new("A certificate removed by hand is back a day later, with one notification of each change", DriftAsync),
        new("A directory that is held is left alone, until it is released", HoldAsync),
        new("The CA's certificate is renewed under its key, and people are told how Windows learns of it", RenewAsync),
        new("Directories trust the renewed CA at once, and let the old certificate go a week later", FollowAsync),
        new("Whoever published the certificate says so, and is asked no more", PublishedAsync),
        new("CRL settings that another tool changed are notified once, and put back when an operator asks", CrlSettingsAsync),
        new("What was done can be read, with its day and its reason", HistoryAsync),
    ];

    private AwsDirectory ConnectorDirectory => site.Aws.Directories[Connector];

    private X509Certificate2 CaCertificate => site.Aws.PrivateCa.Find(site.CaArn)!.Installed!.Certificate;

    private async Task<string> NothingToDoAsync(CancellationToken cancellationToken)
    {
        await DaysAsync(1, cancellationToken);
        var (changes, writes, calls) = (site.Aws.Directories.History.Count, Writes(), Calls());
        await DaysAsync(1, cancellationToken);
        Expect.Equal(changes, site.Aws.Directories.History.Count, "changes of directories");
        Expect.Equal(writes, Writes(), "objects written");
        return $"{Calls() - calls} calls for two directories and a CA";
    }

    private async Task<string> DriftAsync(CancellationToken cancellationToken)
    {
        var removed = RemoveByHand();
        var messages = Messages(removed.CommonName);
        await DaysAsync(1, cancellationToken);
        Expect.True(IsThere(removed), $"'{removed.CommonName}' is registered again");
        Expect.Equal(messages + 2, Messages(removed.CommonName), "notifications: it was missing, and it was registered");
        await DaysAsync(1, cancellationToken);
        Expect.Equal(messages + 2, Messages(removed.CommonName), "notifications about it, a day later");
        return LastMessage(removed.CommonName).Subject ?? "";
    }

    private async Task<string> HoldAsync(CancellationToken cancellationToken)
    {
        await AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "the PKI team looks into it" });
        var removed = RemoveByHand();
        await DaysAsync(1, cancellationToken);
        Expect.True(!IsThere(removed), "nothing was done while it was held");
        await AskAsync(new JsonObject { ["request"] = "release" });
        await DaysAsync(1, cancellationToken);
        Expect.True(IsThere(removed), $"'{removed.CommonName}' is registered again");
        return removed.CommonName;
    }

    private async Task<string> RenewAsync(CancellationToken cancellationToken)
    {
        using var before = new X509Certificate2(CaCertificate);
        _earlier = Thumbprint(before);
        var original = assembly.StackOf("CertificateAuthority");
        await DeployAsync(RenewingNow(original, before), cancellationToken);
        await DaysAsync(1, cancellationToken);
        await DeployAsync(original, cancellationToken);
        Expect.True(Thumbprint(CaCertificate) != _earlier, "the CA has another certificate");
        Expect.Equal(before.GetPublicKeyString(), CaCertificate.GetPublicKeyString(), "public key");
        var message = LastMessage("certutil");
        Expect.True(
            message.Text.Contains("certutil -dspublish -f ca.cer RootCA", StringComparison.Ordinal)
                && message.Text.Contains("certutil -dspublish -f ca.cer NTAuthCA", StringComparison.Ordinal)
                && message.Text.Contains($"http://{site.LoadBalancer.Host}", StringComparison.Ordinal),
            $"the message has both lines and the URL: {message.Text}");
        return message.Subject ?? "";
    }

    private async Task<string> FollowAsync(CancellationToken cancellationToken)
    {
        var renewed = Thumbprint(CaCertificate);
        Expect.True(Trusts(renewed) && Trusts(_earlier), "both certificates of the CA are registered");
        await DaysAsync(6, cancellationToken);
        Expect.True(Trusts(_earlier), "the old one is registered for as long as the overlap lasts");
        await DaysAsync(2, cancellationToken);
        Expect.True(Trusts(renewed) && !Trusts(_earlier), "only the new one is registered");
        Expect.True(site.Aws.Directories[Managed].State.IsLdapsOn, "LDAPS is on");
        return $"{_earlier[..16]}… made room for {renewed[..16]}…";
    }

    private async Task<string> PublishedAsync(CancellationToken cancellationToken)
    {
        await _functions.ConfirmPublishedAsync(site.CaArn);
        var asked = Messages("certutil");
        await DaysAsync(31, cancellationToken);
        Expect.Equal(asked, Messages("certutil"), "messages that ask for it");
        return $"asked {asked} times before";
    }

    private async Task<string> CrlSettingsAsync(CancellationToken cancellationToken)
    {
        const string Changed = "has other CRL settings than this deployment gave it";
        var authority = new ExistingAuthority(site.Aws.Account, site.Administrator);
        var before = (await authority.RevocationAsync(site.CaArn)).ToJsonString();
        var messages = Messages(Changed);
        await authority.SwitchCrlOffAsync(site.CaArn);
        await DaysAsync(1, cancellationToken);
        await DaysAsync(1, cancellationToken);
        Expect.Equal(messages + 1, Messages(Changed), "notifications in two days");
        var plan = await _functions.AskAuthorityAsync(site.CaArn, "plan");
        Expect.True(((string?)plan["text"])!.Contains("CRLs are switched off", StringComparison.Ordinal), $"{plan["text"]}");
        var applied = await _functions.AskAuthorityAsync(site.CaArn, "apply");
        Expect.True(applied["error"] is null, $"{applied["error"]}");
        Expect.Equal(before, (await authority.RevocationAsync(site.CaArn)).ToJsonString(), "CRL settings");
        var history = await _functions.AskAuthorityAsync(site.CaArn, "history");
        Expect.True(((string?)history["text"])!.Contains("put the CRL settings", StringComparison.Ordinal), "it is in the history");
        await DaysAsync(1, cancellationToken);
        Expect.Equal(messages + 1, Messages(Changed), "notifications afterwards");
        return (string?)applied["text"] ?? "";
    }

    private async Task<string> HistoryAsync(CancellationToken cancellationToken)
    {
        var history = await _functions.AskAsync(Connector, new JsonObject { ["request"] = "history" });
        var entries = history["entries"]!.AsArray();
        Expect.True(entries.Count > 0, "there are entries");
        Expect.True(
            entries.All(entry => (string?)entry!["why"] is { Length: > 0 } && entry["at"] is not null),
            "each has a day and a reason");
        return $"{entries.Count} entries; the last: {entries[^1]!["what"]}";
    }

    private Task DaysAsync(int days, CancellationToken cancellationToken) =>
        site.Aws.Clock.AdvanceAsync(TimeSpan.FromDays(days), cancellationToken);

    private Task<JsonObject> AskAsync(JsonObject request) => _functions.AskAsync(Connector, request);

    private async Task DeployAsync(AssemblyStack stack, CancellationToken cancellationToken)
    {
        var result = await site.Aws.CloudFormation.DeployAsync(stack, cancellationToken: cancellationToken);
        Expect.Equal(StackOutcome.Updated, result.Outcome, $"outcome ({result.Reason})");
    }

    /// <summary>The stack with a renewal that is due at once.</summary>
    private AssemblyStack RenewingNow(AssemblyStack stack, X509Certificate2 certificate) =>
        Templates.Change(stack, "AWS::Lambda::Function", function =>
        {
            if (function["Environment"]?["Variables"] is JsonObject variables
                && variables.ContainsKey("CA_RENEW_BEFORE_DAYS"))
            {
                var left = certificate.NotAfter.ToUniversalTime() - site.Now.UtcDateTime;
                variables["CA_RENEW_BEFORE_DAYS"] = $"{(int)left.TotalDays}";
            }
        });

    private RegisteredCertificate RemoveByHand()
    {
        var chosen = ConnectorDirectory.State.Certificates.First(
            one => !one.CommonName.StartsWith("Somebody", StringComparison.Ordinal));
        ConnectorDirectory.DeregisterByHand(chosen.Id);
        return chosen;
    }

    private bool IsThere(RegisteredCertificate certificate) => ConnectorDirectory.State
        .Usable(certificate.Type, site.Now).Any(one => one.Thumbprint == certificate.Thumbprint);

    private bool Trusts(string thumbprint) => site.Aws.Directories[Managed].State
        .Usable(CertificateType.ClientLDAPS, site.Now).Any(one => one.Thumbprint == thumbprint);

    private int Messages(string about) => MessagesAbout(about).Count();

    private TopicMessage LastMessage(string about) => MessagesAbout(about).Last();

    private IEnumerable<TopicMessage> MessagesAbout(string about) =>
        site.Aws.Notifications.Messages.Where(message => message.Text.Contains(about, StringComparison.Ordinal));

    private int Writes() => site.Aws.Calls.Counts["s3:PutObject"];

    private int Calls() => site.Aws.Calls.Counts.Snapshot().Sum(count => count.Value);

    private static string Thumbprint(X509Certificate2 certificate) =>
        certificate.GetCertHashString(HashAlgorithmName.SHA256);
}
