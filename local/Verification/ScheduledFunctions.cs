using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Hosting;
using Infra.Local.Verification.Clients;

namespace Infra.Local.Verification;

/// <summary>The functions that run and that operators ask, found as the project's own command finds them.</summary>
public sealed class ScheduledFunctions(LocalAws aws, AdministratorClient administrator)
{
    private static readonly string[] Reads = ["plan", "status", "approvals", "history"];

    /// <summary>What the function says that fulfils the request about a directory.</summary>
    public async Task<JsonObject> AskAsync(string directoryId, JsonObject request)
    {
        var function = Reads.Contains((string?)request["request"]) ? "DirectoryRead" : "DirectoryReconcile";
        request["directoryId"] = directoryId;
        return await InvokeAsync(function, directoryId, request);
    }

    /// <summary>What the function of a directory says to an event as EventBridge writes it.</summary>
    public Task<JsonObject> SendEventAsync(string directoryId, DateTimeOffset time) =>
        InvokeAsync("DirectoryReconcile", directoryId, Scheduled(time));

    /// <summary>What the function of a CA says that fulfils the request.</summary>
    public async Task<JsonObject> AskAuthorityAsync(string caArn, string request) => await InvokeAuthorityAsync(
        Reads.Contains(request) ? "CaRead" : "CaRenewal",
        caArn,
        new JsonObject { ["request"] = request, ["certificateAuthorityArn"] = caArn });

    /// <summary>What the daily run of a CA says.</summary>
    public Task<JsonObject> RunAuthorityAsync(string caArn) =>
        InvokeAuthorityAsync("CaRenewal", caArn, Scheduled(aws.Clock.GetUtcNow()));

    /// <summary>Says that the CA's certificate of now is in Active Directory.</summary>
    public Task ConfirmPublishedAsync(string caArn)
    {
        var certificate = aws.PrivateCa.Find(caArn)!.Installed!.Certificate;
        return administrator.InvokeAsync(Arn("CaRenewal", caArn, "CA_ARN"), new JsonObject
        {
            ["request"] = "published",
            ["certificateAuthorityArn"] = caArn,
            ["thumbprint"] = certificate.GetCertHashString(HashAlgorithmName.SHA256),
        });
    }

    private async Task<JsonObject> InvokeAuthorityAsync(string function, string caArn, JsonObject payload) =>
        JsonNode.Parse(Encoding.UTF8.GetString(
            await administrator.InvokeAsync(Arn(function, caArn, "CA_ARN"), payload)))!.AsObject();

    private static JsonObject Scheduled(DateTimeOffset time) => new()
    {
        ["source"] = "aws.events",
        ["detail-type"] = "Scheduled Event",
        ["time"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    private async Task<JsonObject> InvokeAsync(string function, string directoryId, JsonObject payload)
    {
        var answer = await administrator.InvokeAsync(
            Arn(function, directoryId, "TRUST_DIRECTORY_ID", "TRUST_DIRECTORY_IDS"), payload);
        return JsonNode.Parse(Encoding.UTF8.GetString(answer))!.AsObject();
    }

    private string Arn(string function, string id, params string[] variables) => aws.Functions.All
        .Select(one => one.Configuration)
        .Single(one => one.Environment.GetValueOrDefault("TRUST_MANAGER_FUNCTION") == function
            && variables.Any(variable => one.Environment.GetValueOrDefault(variable, "").Split(',').Contains(id)))
        .Arn;
}
