using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Expressions;
using Infra.Local.Endpoint;

namespace Infra.Local.CloudFormation.CustomResources;

/// <summary>What CloudFormation asks of a custom resource; user guide, "Custom resource request reference".</summary>
/// <param name="Type"><c>Create</c>, <c>Update</c> or <c>Delete</c>.</param>
/// <param name="ResourceType">For example <c>Custom::CaRevocation</c>.</param>
/// <param name="StackId">ARN of the stack.</param>
/// <param name="LogicalResourceId">Key in the template.</param>
/// <param name="PhysicalResourceId">Null on Create.</param>
/// <param name="Properties">With <c>ServiceToken</c> and <c>ServiceTimeout</c>.</param>
/// <param name="OldProperties">Those before; only on Update.</param>
internal sealed record CustomResourceRequest(
    string Type,
    string ResourceType,
    string StackId,
    string LogicalResourceId,
    string? PhysicalResourceId,
    JsonObject Properties,
    JsonObject? OldProperties = null)
{
    /// <summary>
    /// Seconds to wait for an answer when the template says nothing, and the most that it can say; user guide,
    /// <c>ServiceTimeout</c>.
    /// </summary>
    private const int LongestTimeoutSeconds = 3600;

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>ARN of the function that answers.</summary>
    /// <exception cref="AwsException"><c>InvalidRequest</c>.</exception>
    public string ServiceToken
    {
        get
        {
            var token = Scalar.TextOf(Properties[nameof(ServiceToken)])
                ?? throw Invalid("ServiceToken is required. Give the ARN of the function that makes the resource.");
            return token.Contains(":lambda:", StringComparison.Ordinal)
                ? token
                : throw Invalid(
                    $"ServiceToken is '{token}'; the local AWS emulates functions only. Give the ARN of a Lambda function.");
        }
    }

    /// <summary>In real time, whatever the local AWS' clock says.</summary>
    /// <exception cref="AwsException"><c>InvalidRequest</c>.</exception>
    public TimeSpan Timeout
    {
        get
        {
            var text = Scalar.TextOf(Properties["ServiceTimeout"]);
            return text is null
                ? TimeSpan.FromSeconds(LongestTimeoutSeconds)
                : int.TryParse(text, out var seconds) && seconds is >= 1 and <= LongestTimeoutSeconds
                    ? TimeSpan.FromSeconds(seconds)
                    : throw Invalid($"ServiceTimeout is '{text}'; it must be 1 to {LongestTimeoutSeconds} seconds.");
        }
    }

    /// <exception cref="AwsException"><c>InvalidRequest</c>: nobody can be asked with these properties.</exception>
    public void DemandValid() => _ = (ServiceToken, Timeout);

    /// <summary>The event as the function gets it: every scalar property is a string.</summary>
    public byte[] ToEvent(Uri responseUrl)
    {
        var document = new JsonObject
        {
            ["RequestType"] = Type,
            [nameof(ServiceToken)] = ServiceToken,
            ["ResponseURL"] = responseUrl.AbsoluteUri,
            [nameof(StackId)] = StackId,
            [nameof(RequestId)] = RequestId,
            [nameof(LogicalResourceId)] = LogicalResourceId,
            [nameof(ResourceType)] = ResourceType,
        };
        if (PhysicalResourceId is not null)
        {
            document[nameof(PhysicalResourceId)] = PhysicalResourceId;
        }

        document["ResourceProperties"] = Scalar.Stringify(Properties);
        if (OldProperties is not null)
        {
            document["OldResourceProperties"] = Scalar.Stringify(OldProperties);
        }

        return JsonSerializer.SerializeToUtf8Bytes(document);
    }

    private static AwsException Invalid(string message) => new("InvalidRequest", message);
}
