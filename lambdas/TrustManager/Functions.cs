using Amazon.Lambda.Core;
using Infra.Clock;
using Infra.TrustManager.Composition;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager;

/// <summary>Puts together the function that the environment names; the clients are built once per process.</summary>
public static class Functions
{
    /// <param name="ending">Cancelled when Lambda is about to end the process.</param>
    /// <exception cref="InvalidOperationException">The environment names no function that there is, or lacks what it
    /// needs.</exception>
    public static Func<Stream, ILambdaContext, Task<Stream>> FromEnvironment(CancellationToken ending)
    {
        var host = new FunctionHost(
            Environment.GetEnvironmentVariable, FunctionClock.From(Environment.GetEnvironmentVariable), ending);
        var name = FunctionChoice.From(host.Variable);
        return name switch
        {
            TrustManagerVariables.CaRevocation => ResourceFunctions.CaRevocation(host).HandleAsync,
            TrustManagerVariables.FirstCrl => ResourceFunctions.FirstCrl(host).HandleAsync,
            TrustManagerVariables.CaActivation => ResourceFunctions.CaActivation(host).HandleAsync,
            TrustManagerVariables.DirectoryTrust => ResourceFunctions.DirectoryTrust(host).HandleAsync,
            TrustManagerVariables.DirectoryReconcile => DirectoryFunctions.Reconcile(host).HandleAsync,
            TrustManagerVariables.DirectoryRead => DirectoryFunctions.Read(host).HandleAsync,
            TrustManagerVariables.CaRenewal => AuthorityFunctions.Renewal(host).HandleAsync,
            TrustManagerVariables.CaRead => AuthorityFunctions.Read(host).HandleAsync,
            _ => throw new InvalidOperationException($"Nothing puts function {name} together."),
        };
    }
}
