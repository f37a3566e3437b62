using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Expressions;
using Infra.Local.Endpoint;

namespace Infra.Local.CloudFormation.CustomResources;

/// <summary>Reads answers by the rules of the user guide, "Custom resource response reference".</summary>
internal static class AnswerReader
{
    private const string Code = "InvalidResponse";

    /// <summary>Bytes of a whole answer; user guide, "Custom resource response reference".</summary>
    private const int MaxBytes = 4096;

    /// <summary>Bytes of a physical id; same place.</summary>
    private const int MaxPhysicalIdBytes = 1024;

    /// <exception cref="AwsException"><c>InvalidResponse</c>: this is the only answer, so the resource has failed.</exception>
    public static CustomResourceAnswer Read(ReadOnlySpan<byte> body, CustomResourceRequest request)
    {
        if (body.Length > MaxBytes)
        {
            throw new AwsException(
                Code,
                $"Response object is too long. It has {body.Length} bytes of at most {MaxBytes}; shorten Reason or Data.");
        }

        var answer = Parse(body);
        DemandCopy(answer, nameof(request.StackId), request.StackId);
        DemandCopy(answer, nameof(request.RequestId), request.RequestId);
        DemandCopy(answer, nameof(request.LogicalResourceId), request.LogicalResourceId);
        var physicalId = Text(answer, "PhysicalResourceId");
        return Text(answer, "Status") switch
        {
            "SUCCESS" => new CustomResourceAnswer(null, DemandPhysicalId(physicalId), DataOf(answer)),
            "FAILED" => new CustomResourceAnswer(
                DemandReason(Text(answer, "Reason")),
                string.IsNullOrEmpty(physicalId) ? null : DemandPhysicalId(physicalId),
                DataOf(answer)),
            var status => throw Invalid($"Status is '{status}'; it must be SUCCESS or FAILED."),
        };
    }

    private static string DemandReason(string? reason) => string.IsNullOrEmpty(reason)
        ? throw Invalid("Status is FAILED and Reason is missing; say what went wrong and what to do next.")
        : reason;

    private static JsonObject Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? throw Invalid("it must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw Invalid($"it is not JSON: {e.Message}");
        }
    }

    private static void DemandCopy(JsonObject answer, string name, string expected)
    {
        var actual = Text(answer, name);
        if (actual != expected)
        {
            throw Invalid($"{name} is '{actual}'; it must be copied from the request, which has '{expected}'.");
        }
    }

    private static string DemandPhysicalId(string? id) => string.IsNullOrEmpty(id)
        ? throw Invalid("PhysicalResourceId is missing; every answer must name the resource.")
        : Encoding.UTF8.GetByteCount(id) <= MaxPhysicalIdBytes
            ? id
            : throw Invalid($"PhysicalResourceId has {Encoding.UTF8.GetByteCount(id)} bytes of at most {MaxPhysicalIdBytes}.");

    private static Dictionary<string, JsonNode> DataOf(JsonObject answer) => answer["Data"] switch
    {
        null => [],
        JsonObject data => data
            .Where(entry => entry.Value is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Value!.DeepClone()),
        _ => throw Invalid("Data must be a JSON object of names and values."),
    };

    private static string? Text(JsonObject answer, string name) => Scalar.TextOf(answer[name]);

    private static AwsException Invalid(string problem) => new(Code, $"Invalid response from custom resource: {problem}");
}
