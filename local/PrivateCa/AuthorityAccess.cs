using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Iam;
using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa;

/// <summary>Asks the policies about calls to Private CA; service authorization reference, "AWS Private Certificate Authority".</summary>
public sealed class AuthorityAccess(IAccessControl access, AuthorityStore store, AwsAccount account)
{
    private const string DefaultTemplate = "template/EndEntityCertificate/V1";

    public void Demand(string operation, JsonObject request, Principal caller)
    {
        var arn = request["CertificateAuthorityArn"]?.ToString();
        var resource = operation switch
        {
            "CreateCertificateAuthority" => account.Arn("acm-pca", "certificate-authority/*"),
            "ListCertificateAuthorities" => "*",
            _ => arn ?? "*",
        };
        access.Demand(new AccessRequest(caller, $"acm-pca:{operation}", resource) { Context = ContextOf(operation, request, arn) });
    }

    private Dictionary<string, string> ContextOf(string operation, JsonObject request, string? arn)
    {
        var context = new Dictionary<string, string>();
        foreach (var (key, value) in arn is null ? [] : store.Find(arn)?.Tags ?? [])
        {
            context[$"aws:ResourceTag/{key}"] = value;
        }

        foreach (var tag in (request["Tags"] as JsonArray ?? []).OfType<JsonObject>())
        {
            context[$"aws:RequestTag/{tag["Key"]}"] = tag["Value"]?.ToString() ?? string.Empty;
        }

        // A key of several values, of which this emulation has one: a request with several tags matches no list of keys.
        if (request["Tags"] is JsonArray { Count: > 0 } tags)
        {
            context["aws:TagKeys"] = string.Join(',', tags.OfType<JsonObject>().Select(tag => $"{tag["Key"]}"));
        }

        if (operation == "IssueCertificate")
        {
            context["acm-pca:TemplateArn"] =
                request["TemplateArn"]?.ToString() ?? $"arn:{account.Partition}:acm-pca:::{DefaultTemplate}";
        }

        return context;
    }
}
