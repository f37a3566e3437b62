using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.CloudFormation;
using Infra.Local.Iam;

namespace Infra.Local.PrivateCa.Resources;

/// <summary><c>AWS::ACMPCA::Certificate</c>: a certificate is never changed, and its removal revokes nothing.</summary>
public sealed class CertificateResource(PrivateCaService privateCa, AwsAccount account) : IResourceType
{
    private const string Csr = "CertificateSigningRequest";

    public string Name => "AWS::ACMPCA::Certificate";

    public IEnumerable<string> NotEmulated(JsonObject properties) => [];

    public bool MustReplace(JsonObject before, JsonObject after) => true;

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var request = properties.DeepClone().AsObject();
        request.Remove(Csr);
        request["Csr"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(properties[Csr]?.ToString() ?? string.Empty));
        var answer = privateCa.Call("IssueCertificate", request, new Principal.Administrator(account.Id));
        var arn = answer["CertificateArn"]!.ToString();
        var issued = privateCa.Find(properties["CertificateAuthorityArn"]!.ToString())!.FindIssued(arn[(arn.LastIndexOf('/') + 1)..])!;
        return Task.FromResult(new DeployedResource(
            arn, new Dictionary<string, JsonNode> { ["Arn"] = arn, ["Certificate"] = issued.Pem }));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{Name} {current.PhysicalId} is replaced on every change; it is never "
            + "updated.");

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
