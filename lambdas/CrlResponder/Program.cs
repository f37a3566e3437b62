using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Infra.Clock;
using Infra.CrlResponder;
using Infra.CrlResponder.Settings;

Task<CrlResponderFunction>? function = null;
Func<Stream, ILambdaContext, Task<Stream>> handler =
    async (input, context) => await (await function!).HandleAsync(input, context);

await LambdaBootstrapBuilder
    .Create(handler)
    .UseBootstrapHandler(() =>
    {
        // Here and not before: what fails in the initializer is reported to Lambda as such, with its message.
        var settings = CrlResponderSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        var time = FunctionClock.From(Environment.GetEnvironmentVariable);

        // S3's client takes as long to build as Lambda takes to be asked for the first event (docs/adr/0009-speed.md).
        function = Task.Run(() => CrlResponderFunction.For(settings, time));
        return Task.FromResult(true);
    })
    .Build()
    .RunAsync();
