using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.DirectoryService;
using Infra.Local.DirectoryService.Features;
using Infra.Local.DirectoryService.Registrations;

namespace Infra.Local.Verification.Checks;

/// <summary>Two directories trust what the environment file says, at every moment of every change.</summary>
public sealed class DirectoryTrustChecks(Site site, CloudAssembly assembly)
{
    private const string Connector = "d-0123456789";
    private const string Managed = "d-abcdef0123";

    private readonly SampleChain _first = new("First", site.Now);
    private readonly SampleChain _second = new("Second", site.Now);
    private readonly TrustStack _stack = new(site, assembly);

    public IEnumerable<Check> All() =>
    [
        new("An AD Connector goes from nothing to smart cards Enabled, with a chain of three", SmartCardAsync),
        new("A Managed AD goes from nothing to LDAPS Enabled", LdapsAsync),
        new("Asked again, the plan is empty and nothing changes", NothingToDoAsync),
        new("A plan request says what would be done, and does nothing", PlanAsync),
        new("A whole chain is replaced: successors first, never fewer certificates, never off", ReplaceAsync),
        new("A registration that takes its time is waited for", SlowRegistrationAsync),
        new("A CA certificate is removed when the environment file no longer lists it", RemoveAsync),
        new("A certificate that somebody else registered is left alone", ForeignAsync),
        new("A chain of three that does not fit below the ceiling of 5 is refused, by name", CeilingRefusedAsync),
        new("With the gap allowed by name it is replaced, one certificate at a time", CeilingAllowedAsync),
        new("The memory of a directory is deleted, and overwritten: its newest good version is used", LostMemoryAsync),
        new("A registration that fails in the middle rolls back to exactly the set before", RollBackAsync),
        new("Without ds:RegisterCertificate in the template, nothing is registered", WithoutPermissionAsync),
        new("Deleting the stack restores both directories, the certificate of somebody else included", DeleteAsync),
        new("Deployed once more, it enables both again", DeployAgainAsync),
    ];

    private AwsDirectory ConnectorDirectory => site.Aws.Directories[Connector];

    private AwsDirectory ManagedDirectory => site.Aws.Directories[Managed];

    private DirectoryWatch WatchConnector() => new(site.Aws, Connector, CertificateType.ClientCertAuth);

    private Task<string> SmartCardAsync(CancellationToken cancellationToken)
    {
        var state = ConnectorDirectory.State;
        var usable = state.Usable(CertificateType.ClientCertAuth, site.Now).ToList();
        Expect.Equal(ClientAuthenticationStatus.Enabled, state.SmartCard?.Status, "smart cards");
        Expect.Equal(3, usable.Count, "registered certificates");
        Expect.True(usable.All(one => one.OcspUrl == "http://ocsp.example.mil"), "each has the OCSP URL");
        return Task.FromResult(string.Join(", ", usable.Select(one => one.CommonName)));
    }

    private Task<string> LdapsAsync(CancellationToken cancellationToken)
    {
        var state = ManagedDirectory.State;
        var usable = state.Usable(CertificateType.ClientLDAPS, site.Now).ToList();
        Expect.Equal(LdapsStatus.Enabled, state.Ldaps?.Status, "LDAPS");
        Expect.True(usable.Count >= 1, "a certificate is registered");
        return Task.FromResult(string.Join(", ", usable.Select(one => one.CommonName)));
    }

    private async Task<string> NothingToDoAsync(CancellationToken cancellationToken)
    {
        var before = site.Aws.Directories.History.Count;
        var plan = await _stack.PlanAsync(Connector);
        Expect.Equal(0, plan["steps"]!.AsArray().Count, "steps");
        await _stack.DeployAsync(
            Connector,
            properties => properties["SmartCard"]!["AllowGapFor"] = Texts(["Local Smart Card Root CA"]),
            StackOutcome.Updated,
            cancellationToken);
        Expect.Equal(before, site.Aws.Directories.History.Count, "changes of directories");
        return (string)plan["text"]!;
    }

    private async Task<string> PlanAsync(CancellationToken cancellationToken)
    {
        var before = site.Aws.Directories.History.Count;
        var plan = await _stack.PlanAsync(Connector, properties => Certificates(properties, "SmartCard", _first.Pems));
        Expect.True(plan["steps"]!.AsArray().Count >= 9, "three are registered, awaited and removed");
        Expect.Equal(before, site.Aws.Directories.History.Count, "changes of directories");
        return $"{plan["steps"]!.AsArray().Count} steps";
    }

    private async Task<string> ReplaceAsync(CancellationToken cancellationToken)
    {
        var watch = WatchConnector();
        await DeployConnectorAsync(_first.Pems, StackOutcome.Updated, cancellationToken);
        ExpectConnector(_first.Thumbprints);
        Expect.Equal(3, watch.FewestUsable, "fewest usable certificates at any moment");
        Expect.True(watch.WasAlwaysOn, "smart cards were never off");
        return $"{watch.Changes.Count} changes, never fewer than 3";
    }

    private async Task<string> SlowRegistrationAsync(CancellationToken cancellationToken)
    {
        var options = ConnectorDirectory.Options;
        ConnectorDirectory.Options = options with { RegistrationTime = TimeSpan.FromSeconds(2) };
        var watch = WatchConnector();
        await DeployConnectorAsync(_second.Pems, StackOutcome.Updated, cancellationToken);
        ConnectorDirectory.Options = options;
        ExpectConnector(_second.Thumbprints);
        Expect.Equal(3, watch.FewestUsable, "fewest usable certificates at any moment");
        return "2 s each";
    }

    private async Task<string> RemoveAsync(CancellationToken cancellationToken)
    {
        await DeployConnectorAsync([_second.Pems[0], _second.Pems[1]], StackOutcome.Updated, cancellationToken);
        ExpectConnector(_second.Thumbprints.Take(2));
        await DeployConnectorAsync(_second.Pems, StackOutcome.Updated, cancellationToken);
        ExpectConnector(_second.Thumbprints);
        return "3, then 2, then 3";
    }

    private async Task<string> ForeignAsync(CancellationToken cancellationToken)
    {
        using var foreign = X509Certificate2.CreateFromPem(new SampleChain("Somebody's", site.Now).Pems[0]);
        var registered = ConnectorDirectory.RegisterByHand(foreign, CertificateType.ClientCertAuth);
        await DeployConnectorAsync(_first.Pems, StackOutcome.Updated, cancellationToken);
        await DeployConnectorAsync(_second.Pems, StackOutcome.Updated, cancellationToken);
        Expect.True(ConnectorDirectory.State.Find(registered.Id) is not null, $"{registered.Id} is still registered");
        return $"{registered.Id} ({registered.CommonName})";
    }

    private async Task<string> CeilingRefusedAsync(CancellationToken cancellationToken)
    {
        await DeployManagedAsync(_first.Pems, [], StackOutcome.Updated, cancellationToken);
        var before = site.Aws.Directories.History.Count;
        var reason = await DeployManagedAsync(_second.Pems, [], StackOutcome.RolledBack, cancellationToken);
        Expect.Equal(before, site.Aws.Directories.History.Count, "changes of directories");
        Expect.True(reason.Contains("allowGapFor", StringComparison.Ordinal), $"the reason names the setting: {reason}");
        return reason;
    }

    private async Task<string> CeilingAllowedAsync(CancellationToken cancellationToken)
    {
        var watch = new DirectoryWatch(site.Aws, Managed, CertificateType.ClientLDAPS);
        await DeployManagedAsync(_second.Pems, _first.Thumbprints, StackOutcome.Updated, cancellationToken);
        Expect.True(watch.FewestUsable >= 3, $"never fewer than 3 usable certificates, but {watch.FewestUsable}");
        Expect.True(watch.WasAlwaysOn, "LDAPS was never off");
        return $"{watch.Changes.Count} changes, never fewer than {watch.FewestUsable}";
    }

    private async Task<string> LostMemoryAsync(CancellationToken cancellationToken)
    {
        var (bucket, key) = (_stack.MemoryBucket, $"directory-trust/{Managed}.json");
        var state = new ProtectedState(site.Administrator, bucket);
        await state.ChangeAsync(() => site.Administrator.DeleteObjectAsync(bucket, key));
        await DeployManagedAsync(_second.Pems.Take(2), [], StackOutcome.Updated, cancellationToken);
        Expect.Equal(2, ManagedDirectory.State.Certificates.Count, "certificates, after the memory was deleted");
        await state.ChangeAsync(() => site.Administrator.PutObjectAsync(bucket, key, "no memory"u8.ToArray()));
        await DeployManagedAsync(_second.Pems.Take(1), [], StackOutcome.Updated, cancellationToken);
        Expect.Equal(1, ManagedDirectory.State.Certificates.Count, "certificates, after it was overwritten");
        return "ours are still known as ours: 3, then 2, then 1";
    }

    private async Task<string> RollBackAsync(CancellationToken cancellationToken)
    {
        var watch = WatchConnector();
        site.Aws.Directories.FailNextRegistration(Connector, "The certificate chain is not acceptable.");
        var third = new SampleChain("Third", site.Now);
        var reason = await DeployConnectorAsync(third.Pems, StackOutcome.RolledBack, cancellationToken);
        Expect.True(reason.Contains("not acceptable", StringComparison.Ordinal), $"the reason is Directory Service's: {reason}");
        ExpectConnector(_second.Thumbprints);
        Expect.True(watch.FewestUsable >= 3 && watch.WasAlwaysOn, "nothing was missing on the way");
        return reason;
    }

    private async Task<string> WithoutPermissionAsync(CancellationToken cancellationToken)
    {
        var before = site.Aws.Directories.History.Count;
        var reason = await _stack.DeployAsync(
            Connector,
            properties => Certificates(properties, "SmartCard", _first.Pems),
            StackOutcome.RolledBack,
            cancellationToken,
            without: "ds:RegisterCertificate");
        Expect.Equal(before, site.Aws.Directories.History.Count, "changes of directories");
        return reason;
    }

    private async Task<string> DeleteAsync(CancellationToken cancellationToken)
    {
        await _stack.DeleteAsync(cancellationToken);
        var (connector, managed) = (ConnectorDirectory.State, ManagedDirectory.State);
        Expect.Equal(1, connector.Certificates.Count, "certificates of the AD Connector: the one of somebody else");
        Expect.Equal(0, managed.Certificates.Count, "certificates of the Managed AD");
        Expect.True(!connector.IsSmartCardOn && !managed.IsLdapsOn, "both features are off, as they were");
        return $"left: {connector.Certificates[0].CommonName}";
    }

    private async Task<string> DeployAgainAsync(CancellationToken cancellationToken)
    {
        var result = await site.Aws.CloudFormation.DeployAsync(_stack.Original, cancellationToken: cancellationToken);
        Expect.Equal(StackOutcome.Created, result.Outcome, $"outcome ({result.Reason})");
        Expect.True(
            ConnectorDirectory.State.IsSmartCardOn && ManagedDirectory.State.IsLdapsOn, "smart cards and LDAPS are on");
        return $"{ConnectorDirectory.State.Certificates.Count} and {ManagedDirectory.State.Certificates.Count} certificates";
    }

    private void ExpectConnector(IEnumerable<string> thumbprints)
    {
        var usable = ConnectorDirectory.State.Usable(CertificateType.ClientCertAuth, site.Now);
        var seen = usable.Select(one => one.Thumbprint).Intersect([.. _first.Thumbprints, .. _second.Thumbprints]);
        Expect.Equal(
            string.Join(',', thumbprints.Order(StringComparer.Ordinal)),
            string.Join(',', seen.Order(StringComparer.Ordinal)),
            "registered certificates");
    }

    private Task<string> DeployConnectorAsync(
        IEnumerable<string> pems, StackOutcome expected, CancellationToken cancellationToken) =>
        _stack.DeployAsync(
            Connector, properties => Certificates(properties, "SmartCard", pems), expected, cancellationToken);

    private Task<string> DeployManagedAsync(
        IEnumerable<string> pems, IEnumerable<string> gaps, StackOutcome expected, CancellationToken cancellationToken) =>
        _stack.DeployAsync(
            Managed,
            properties =>
            {
                Certificates(properties, "Ldaps", pems);
                properties["Ldaps"]!["AllowGapFor"] = Texts(gaps);
            },
            expected,
            cancellationToken);

    private static void Certificates(JsonObject properties, string purpose, IEnumerable<string> pems)
    {
        properties[purpose]!["Certificates"] = Texts(pems);
        properties[purpose]!.AsObject().Remove("CertificateAuthorityArns");

        // These checks are about what one deployment does; what waits for a later day has checks of its own.
        properties["OverlapDays"] = "0";
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
