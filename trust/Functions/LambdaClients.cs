using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace Infra.Trust.Functions;

/// <summary>Two clients of one service, since a search is repeated after a fault and a call is not.</summary>
/// <param name="Search">Lists functions.</param>
/// <param name="Call">Invokes them.</param>
public sealed record LambdaClients(IAmazonLambda Search, IAmazonLambda Call) : IDisposable
{
    /// <summary>Lambda's own limit for a function is 900 s; the rest is for a cold start and the network.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(960);

    /// <summary>The credentials of both, which also sign who asks.</summary>
    public required Func<AWSCredentials> Credentials { get; init; }

    /// <summary>Credentials, Region and endpoint as every AWS SDK takes them from the environment.</summary>
    public static LambdaClients FromEnvironment()
    {
        var call = CallConfig();
        return new LambdaClients(new AmazonLambdaClient(), new AmazonLambdaClient(call))
        {
            Credentials = () => DefaultAWSCredentialsIdentityResolver.GetCredentials(call),
        };
    }

    /// <summary>A call that is lost may have been executed, so a person decides about the second.</summary>
    public static AmazonLambdaConfig CallConfig() => new() { Timeout = LongestAnswer, MaxErrorRetry = 0 };

    public void Dispose()
    {
        Search.Dispose();
        Call.Dispose();
    }
}
