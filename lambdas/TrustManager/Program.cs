using System.Runtime.InteropServices;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Infra.TrustManager;

using var ending = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    // The process stays for as long as an answer takes; then the loop below ends.
    signal.Cancel = true;
    ending.Cancel();
});

Func<Stream, ILambdaContext, Task<Stream>>? function = null;
using var bootstrap = LambdaBootstrapBuilder.Create((Func<Stream, ILambdaContext, Task<Stream>>)HandleAsync)
    .UseBootstrapHandler(InitializeAsync)
    .Build();
await bootstrap.RunAsync(ending.Token);

// Here and not before, so that a name that is not known is reported to Lambda as an error of the start.
Task<bool> InitializeAsync()
{
    function = Functions.FromEnvironment(ending.Token);
    return Task.FromResult(true);
}

Task<Stream> HandleAsync(Stream input, ILambdaContext context) => function!(input, context);
