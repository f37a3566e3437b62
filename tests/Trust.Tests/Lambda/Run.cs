using Amazon.Lambda;
using Amazon.Runtime;
using Infra.Trust.Commands;
using Infra.Trust.Functions;

namespace Infra.Trust.Tests.Lambda;

/// <summary>What one run of the program came to.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the program here, with its own clients, against the fake Lambda.</summary>
    public static Task<Run> OfAsync(FakeLambda lambda, params string[] arguments) => AtAsync(lambda.Url, arguments);

    public static async Task<Run> AtAsync(string url, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exitCode = await TrustProgram.RunAsync(arguments, () => Clients(url), output, error);

        return new Run(exitCode, output.ToString(), error.ToString());
    }

    private static LambdaClients Clients(string url)
    {
        var credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret");
        var call = LambdaClients.CallConfig();
        call.ServiceURL = url;
        return new LambdaClients(
            new AmazonLambdaClient(credentials, new AmazonLambdaConfig { ServiceURL = url, MaxErrorRetry = 1 }),
            new AmazonLambdaClient(credentials, call))
        {
            Credentials = () => credentials,
        };
    }
}
