using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Verification.Clients;

namespace Infra.Local.Verification.Checks;

/// <summary>The documented policies for people let them do what they are for, and nothing that changes trust.</summary>
public sealed class CallerChecks(Site site)
{
    private const string Directory = "d-0123456789";

    private readonly DocumentedPolicies _policies = new(site.Aws);
    private readonly Operators _operators = new(site);
    private readonly ForgedEvents _events = new(site, Directory);

    public IEnumerable<Check> All() =>
    [
        new("A reader sees plan, status and history, and may invoke no function that changes anything", ReaderAsync),
        new("A writer holds and releases a directory, and may not send an event of CloudFormation", WriterAsync),
        new("A forged event that IAM lets through is refused by the function, and nothing changes", ForgedAsync),
    ];

    private Task<string> ReaderAsync(CancellationToken cancellationToken) => _operators.ActAsync(
        "Reader",
        _policies.Of("Reader"),
        reader => UnchangedAsync(async () =>
        {
            await reader.CountFunctionsAsync();
            foreach (var request in (string[])["plan", "status", "history"])
            {
                await AskAsync(reader, "DirectoryRead", Request(request));
                await AskAsync(reader, "CaRead", CaRequest(request));
            }

            await AskAsync(reader, "DirectoryRead", Request("approvals"));
            foreach (var request in (string[])["apply", "hold", "release", "approve", "reject"])
            {
                await ExpectDeniedAsync(reader, "DirectoryReconcile", Request(request));
            }

            await ExpectDeniedAsync(reader, "CaRenewal", CaRequest("published"));
            return await ExpectEventsDeniedAsync(reader);
        }),
        cancellationToken);

    private Task<string> WriterAsync(CancellationToken cancellationToken) => _operators.ActAsync(
        "Writer",
        _policies.Of("Writer"),
        async writer =>
        {
            await AskAsync(writer, "DirectoryReconcile", Request("hold"));
            await AskAsync(writer, "DirectoryReconcile", Request("release"));
            return await UnchangedAsync(() => ExpectEventsDeniedAsync(writer));
        },
        cancellationToken);

    private Task<string> ForgedAsync(CancellationToken cancellationToken) => _operators.ActAsync(
        "MayInvoke",
        Allow("lambda:InvokeFunction", _events.FunctionArn),
        caller => UnchangedAsync(async () =>
        {
            var refusals = new List<string>();
            foreach (var (forged, problem) in _events.All())
            {
                var response = await InvokeAsync(caller, _events.FunctionArn, forged);
                Expect.True(
                    ((string?)response["error"])?.Contains(problem, StringComparison.Ordinal) == true,
                    $"the error says '{problem}': {response.ToJsonString()}");
                refusals.Add(problem);
            }

            return $"refused: {string.Join("; ", refusals)}";
        }),
        cancellationToken);

    /// <summary>A response without an error.</summary>
    private async Task AskAsync(SignedCalls caller, string function, JsonObject request)
    {
        var response = await InvokeAsync(caller, ArnOf(function), request);
        Expect.True(response["error"] is null, $"{function} fulfils {request["request"]}: {response["error"]}");
    }

    private async Task<string> ExpectEventsDeniedAsync(SignedCalls caller)
    {
        var (forged, _) = _events.All().First();
        string[] functions = ["DirectoryTrust", "CaRevocation", "FirstCrl"];
        foreach (var function in functions)
        {
            await ExpectDeniedAsync(caller, function, forged);
        }

        return $"denied by IAM: {string.Join(", ", functions)}";
    }

    private async Task ExpectDeniedAsync(SignedCalls caller, string function, JsonObject payload)
    {
        foreach (var arn in _policies.ArnsOf(function))
        {
            try
            {
                await caller.InvokeAsync(arn, payload);
            }
            catch (UnexpectedException denied)
            {
                var words = $"is not authorized to perform: lambda:InvokeFunction on resource: {arn} ";
                Expect.True(
                    denied.Message.Contains(words, StringComparison.Ordinal), $"IAM denies {arn}: {denied.Message}");
                continue;
            }

            throw new UnexpectedException($"{arn} was invoked");
        }
    }

    /// <summary>Neither directories nor what functions keep.</summary>
    private async Task<string> UnchangedAsync(Func<Task<string>> act)
    {
        var (changes, writes) = (site.Aws.Directories.History.Count, Writes());
        var seen = await act();
        Expect.Equal(changes, site.Aws.Directories.History.Count, "changes of directories");
        Expect.Equal(writes, Writes(), "objects written or deleted");
        return seen;
    }

    private int Writes() => site.Aws.Calls.Counts["s3:PutObject"] + site.Aws.Calls.Counts["s3:DeleteObject"];

    /// <summary>Of the function that serves the directory or the CA.</summary>
    private string ArnOf(string function) => _policies.ArnsOf(function).Single(arn =>
    {
        var variables = site.Aws.Functions.Get(arn).Configuration.Environment;
        return variables.GetValueOrDefault("TRUST_DIRECTORY_ID", Directory) == Directory
            && variables.GetValueOrDefault("CA_ARN", site.CaArn) == site.CaArn;
    });

    /// <summary>An empty object for an event that was acted on: its answer goes to CloudFormation only.</summary>
    private static async Task<JsonObject> InvokeAsync(SignedCalls caller, string arn, JsonObject payload)
    {
        var response = await caller.InvokeAsync(arn, payload);
        return response.Length == 0 ? [] : JsonNode.Parse(Encoding.UTF8.GetString(response))!.AsObject();
    }

    private static JsonObject Request(string request) => request == "hold"
        ? new JsonObject { ["request"] = request, ["directoryId"] = Directory, ["reason"] = "a network freeze" }
        : new JsonObject { ["request"] = request, ["directoryId"] = Directory };

    private JsonObject CaRequest(string request) =>
        new() { ["request"] = request, ["certificateAuthorityArn"] = site.CaArn };

    private static JsonObject Allow(string action, string resource) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(
            new JsonObject { ["Effect"] = "Allow", ["Action"] = action, ["Resource"] = resource }),
    };
}
