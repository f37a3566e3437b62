using System.Text;
using System.Text.Json.Nodes;

namespace Infra.Local.Verification.Checks;

/// <summary>The functions that a schedule runs and people ask, found as the project's own command finds them.</summary>
public sealed class ScheduledFunctions(Site site)
{
    /// <summary>What the function of a directory answers.</summary>
    public async Task<JsonObject> AskAsync(string directoryId, JsonObject request)
    {
        var answer = await site.Administrator.InvokeAsync(Arn("TRUST_DIRECTORY_ID", directoryId), request);
        return JsonNode.Parse(Encoding.UTF8.GetString(answer))!.AsObject();
    }

    /// <summary>ARN of the function that looks after a CA's certificate.</summary>
    public string OfCa(string caArn) => Arn("CA_ARN", caArn);

    private string Arn(string variable, string value) => site.Aws.Functions.All.Single(
        function => function.Configuration.Environment.GetValueOrDefault(variable) == value).Configuration.Arn;
}
