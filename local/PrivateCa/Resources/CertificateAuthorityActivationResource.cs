using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.CloudFormation;
using Infra.Local.Iam;
using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa.Resources;

/// <summary><c>AWS::ACMPCA::CertificateAuthorityActivation</c>: imports the CA's certificate; its removal disables the CA.</summary>
public sealed class CertificateAuthorityActivationResource(
    PrivateCaService privateCa, AwsAccount account, TimeProvider clock) : IResourceType
{
    private readonly Principal.Administrator _cloudFormation = new(account.Id);

    public string Name => "AWS::ACMPCA::CertificateAuthorityActivation";

    public IEnumerable<string> NotEmulated(JsonObject properties) => [];

    public bool MustReplace(JsonObject before, JsonObject after) =>
        before["CertificateAuthorityArn"]?.ToString() != after["CertificateAuthorityArn"]?.ToString();

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        Import(properties);
        return Task.FromResult(Describe(properties));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        if (CompleteChain(before) != CompleteChain(after))
        {
            Import(after);
        }

        SetStatus(current.PhysicalId, Text(after, "Status") ?? AuthorityStatus.Active);
        return Task.FromResult(Describe(after));
    }

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        if (privateCa.Find(current.PhysicalId)?.StatusAt(clock.GetUtcNow()) == AuthorityStatus.Active)
        {
            SetStatus(current.PhysicalId, AuthorityStatus.Disabled);
        }

        return Task.CompletedTask;
    }

    private void Import(JsonObject properties)
    {
        var arn = Text(properties, "CertificateAuthorityArn") ?? string.Empty;
        var request = new JsonObject
        {
            ["CertificateAuthorityArn"] = arn,
            ["Certificate"] = Base64(Text(properties, "Certificate") ?? string.Empty),
        };
        if (Text(properties, "CertificateChain") is { Length: > 0 } chain)
        {
            request["CertificateChain"] = Base64(chain);
        }

        privateCa.Call("ImportCertificateAuthorityCertificate", request, _cloudFormation);
        SetStatus(arn, Text(properties, "Status") ?? AuthorityStatus.Active);
    }

    private void SetStatus(string arn, string status)
    {
        if (privateCa.Find(arn)?.StatusAt(clock.GetUtcNow()) != status)
        {
            var request = new JsonObject { ["CertificateAuthorityArn"] = arn, ["Status"] = status };
            privateCa.Call("UpdateCertificateAuthority", request, _cloudFormation);
        }
    }

    private static DeployedResource Describe(JsonObject properties) => new(
        Text(properties, "CertificateAuthorityArn")!,
        new Dictionary<string, JsonNode> { ["CompleteCertificateChain"] = CompleteChain(properties) });

    private static string CompleteChain(JsonObject properties) =>
        string.Join('\n', new[] { Text(properties, "Certificate"), Text(properties, "CertificateChain") }.OfType<string>());

    private static string Base64(string pem) => Convert.ToBase64String(Encoding.ASCII.GetBytes(pem));

    private static string? Text(JsonObject properties, string name) => properties[name]?.ToString();
}
