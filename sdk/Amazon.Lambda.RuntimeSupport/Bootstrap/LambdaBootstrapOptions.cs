namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>Settings of a <see cref="LambdaBootstrap"/>.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>
    /// Host and port of the Runtime API. Default: null, the variable <c>AWS_LAMBDA_RUNTIME_API</c>, which Lambda sets.
    /// </summary>
    public string RuntimeApiEndpoint { get; set; }
}
