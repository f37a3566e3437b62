using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.CloudFormation;
using Infra.Local.Iam;
using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa.Resources;

/// <summary><c>AWS::ACMPCA::CertificateAuthority</c>: everything but revocation settings and tags is fixed at creation.</summary>
public sealed class CertificateAuthorityResource(PrivateCaService privateCa, AwsAccount account) : IResourceType
{
    private static readonly string[] Fixed =
        ["CsrExtensions", "KeyAlgorithm", "KeyStorageSecurityStandard", "SigningAlgorithm", "Subject", "Type", "UsageMode"];

    private readonly Principal.Administrator _cloudFormation = new(account.Id);

    public string Name => "AWS::ACMPCA::CertificateAuthority";

    public IEnumerable<string> NotEmulated(JsonObject properties)
    {
        var ocsp = properties["RevocationConfiguration"]?["OcspConfiguration"]?["Enabled"]?.ToString();
        if (bool.TryParse(ocsp, out var enabled) && enabled)
        {
            // Certificates name the responder, but nobody answers there.
            yield return "RevocationConfiguration.OcspConfiguration";
        }
    }

    public bool MustReplace(JsonObject before, JsonObject after) =>
        Array.Exists(Fixed, name => !JsonNode.DeepEquals(before[name], after[name]));

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var request = new JsonObject
        {
            ["CertificateAuthorityType"] = Copy(properties["Type"]),
            ["CertificateAuthorityConfiguration"] = Pick(properties, "KeyAlgorithm", "SigningAlgorithm", "Subject", "CsrExtensions"),
        };
        foreach (var (name, value) in Pick(properties, "KeyStorageSecurityStandard", "RevocationConfiguration", "Tags", "UsageMode"))
        {
            request[name] = Copy(value);
        }

        var arn = privateCa.Call("CreateCertificateAuthority", request, _cloudFormation)["CertificateAuthorityArn"]!.ToString();
        return Task.FromResult(Describe(arn));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        var arn = current.PhysicalId;
        if (!JsonNode.DeepEquals(before["RevocationConfiguration"], after["RevocationConfiguration"]))
        {
            Call("UpdateCertificateAuthority", arn, "RevocationConfiguration", WholeRevocation(after["RevocationConfiguration"]));
        }

        if (!JsonNode.DeepEquals(before["Tags"], after["Tags"]))
        {
            CallWithTags("UntagCertificateAuthority", arn, before["Tags"]);
            CallWithTags("TagCertificateAuthority", arn, after["Tags"]);
        }

        return Task.FromResult(Describe(arn));
    }

    /// <summary>The CA can be restored for 30 days. One that is active must be disabled first: removing its activation does that.</summary>
    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        if (privateCa.Find(current.PhysicalId) is { RestorableUntil: null })
        {
            privateCa.Call(
                "DeleteCertificateAuthority", new JsonObject { ["CertificateAuthorityArn"] = current.PhysicalId }, _cloudFormation);
        }

        return Task.CompletedTask;
    }

    private void CallWithTags(string operation, string arn, JsonNode? tags)
    {
        if (tags is JsonArray { Count: > 0 })
        {
            Call(operation, arn, "Tags", tags.DeepClone());
        }
    }

    private void Call(string operation, string arn, string member, JsonNode value) => privateCa.Call(
        operation, new JsonObject { ["CertificateAuthorityArn"] = arn, [member] = value }, _cloudFormation);

    /// <summary>Both parts: what left the template is switched off, not kept.</summary>
    private static JsonObject WholeRevocation(JsonNode? wanted) => new()
    {
        ["CrlConfiguration"] = Copy(wanted?["CrlConfiguration"]) ?? new JsonObject { ["Enabled"] = false },
        ["OcspConfiguration"] = Copy(wanted?["OcspConfiguration"]) ?? new JsonObject { ["Enabled"] = false },
    };

    private DeployedResource Describe(string arn)
    {
        CertificateAuthority authority = privateCa.Find(arn)!;
        return new DeployedResource(
            arn,
            new Dictionary<string, JsonNode>
            {
                ["Arn"] = arn,
                ["CertificateSigningRequest"] = authority.SigningRequestPem,
            });
    }

    private static JsonObject Pick(JsonObject properties, params string[] names) => new(names
        .Where(name => properties[name] is not null)
        .Select(name => KeyValuePair.Create(name, Copy(properties[name]))));

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}
