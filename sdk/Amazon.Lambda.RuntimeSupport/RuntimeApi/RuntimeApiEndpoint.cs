using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>Where the Runtime API answers.</summary>
internal static class RuntimeApiEndpoint
{
    private const string Variable = "AWS_LAMBDA_RUNTIME_API";

    public static Uri From(LambdaBootstrapOptions options)
    {
        var endpoint = string.IsNullOrEmpty(options.RuntimeApiEndpoint)
            ? Environment.GetEnvironmentVariable(Variable)
            : options.RuntimeApiEndpoint;
        return Uri.TryCreate($"http://{endpoint}/2018-06-01/runtime/", UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException(
                $"The Runtime API is said to be at '{endpoint}'; expected host:port in {Variable}, which Lambda sets. "
                + "Run the function on Lambda or on the local AWS, or set RuntimeApiEndpoint.");
    }
}
