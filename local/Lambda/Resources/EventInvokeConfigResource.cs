using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;
using Infra.Local.Lambda.Asynchronous;

namespace Infra.Local.Lambda.Resources;

/// <summary><c>AWS::Lambda::EventInvokeConfig</c>: how a function's events are tried again.</summary>
public sealed class EventInvokeConfigResource(Functions functions) : IResourceType
{
    /// <summary>The one version that is emulated.</summary>
    private const string Latest = "$LATEST";

    public string Name => "AWS::Lambda::EventInvokeConfig";

    public IEnumerable<string> NotEmulated(JsonObject properties) =>
        properties.Except("FunctionName", "MaximumEventAgeInSeconds", "MaximumRetryAttempts", "Qualifier");

    public bool MustReplace(JsonObject before, JsonObject after) =>
        ResourceProperties.Differ(before, after, "FunctionName", "Qualifier");

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var (function, config) = (functions.Get(properties.RequiredText("FunctionName")), Read(properties));
        function.EventInvokeConfig = config;
        return Task.FromResult(new DeployedResource($"{function.Configuration.Name}|{Latest}"));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context,
        DeployedResource current,
        JsonObject before,
        JsonObject after,
        CancellationToken cancellationToken)
    {
        functions.Get(after.RequiredText("FunctionName")).EventInvokeConfig = Read(after);
        return Task.FromResult(current);
    }

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        if (functions.Find(properties.RequiredText("FunctionName")) is { } function)
        {
            function.EventInvokeConfig = new EventInvokeConfig();
        }

        return Task.CompletedTask;
    }

    private static EventInvokeConfig Read(JsonObject properties)
    {
        var defaults = new EventInvokeConfig();
        var qualifier = properties.RequiredText("Qualifier");
        if (qualifier != Latest)
        {
            throw Invalid("Qualifier", qualifier, $"{Latest}, the one version of the local AWS");
        }

        var retries = properties.Number("MaximumRetryAttempts") ?? defaults.MaximumRetryAttempts;
        var (least, most) = (EventInvokeConfig.LeastEventAge.TotalSeconds, EventInvokeConfig.MostEventAge.TotalSeconds);
        var seconds = properties.Number("MaximumEventAgeInSeconds") ?? defaults.MaximumEventAge.TotalSeconds;
        return retries is < 0 or > EventInvokeConfig.MostRetryAttempts
            ? throw Invalid("MaximumRetryAttempts", $"{retries}", $"0 to {EventInvokeConfig.MostRetryAttempts}")
            : seconds < least || seconds > most
                ? throw Invalid("MaximumEventAgeInSeconds", $"{seconds}", $"{least} to {most}")
                : new EventInvokeConfig
                {
                    MaximumRetryAttempts = retries,
                    MaximumEventAge = TimeSpan.FromSeconds(seconds),
                };
    }

    private static AwsException Invalid(string name, string value, string allowed) =>
        new("ValidationException", $"Property {name} is {value}; it must be {allowed}.");
}
