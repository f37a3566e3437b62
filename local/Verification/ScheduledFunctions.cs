using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Hosting;
using Infra.Local.Verification.Clients;

namespace Infra.Local.Verification;

/// <summary>The functions that a schedule runs and people ask, found as the project's own command finds them.</summary>
public sealed class ScheduledFunctions(LocalAws aws, AdministratorClient administrator)
{
    /// <summary>What the function of a directory answers.</summary>
    public async Task<JsonObject> AskAsync(string directoryId, JsonObject request)
    {
        var answer = await administrator.InvokeAsync(Arn("TRUST_DIRECTORY_ID", directoryId), request);
        return JsonNode.Parse(Encoding.UTF8.GetString(answer))!.AsObject();
    }

    /// <summary>Says that the CA's certificate of now is in Active Directory.</summary>
    public Task ConfirmPublishedAsync(string caArn)
    {
        var certificate = aws.PrivateCa.Find(caArn)!.Installed!.Certificate;
        return administrator.InvokeAsync(Arn("CA_ARN", caArn), new JsonObject
        {
            ["request"] = "published",
            ["thumbprint"] = certificate.GetCertHashString(HashAlgorithmName.SHA256),
            ["time"] = aws.Clock.GetUtcNow().ToString("O"),
        });
    }

    private string Arn(string variable, string value) => aws.Functions.All.Single(
        function => function.Configuration.Environment.GetValueOrDefault(variable) == value).Configuration.Arn;
}
