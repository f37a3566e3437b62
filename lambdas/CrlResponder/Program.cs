using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Infra.CrlResponder;

CrlResponderFunction? function = null;
Func<Stream, ILambdaContext, Task<Stream>> handler = (input, context) => function!.HandleAsync(input, context);

await LambdaBootstrapBuilder
    .Create(handler)
    .UseBootstrapHandler(() =>
    {
        // Here and not before: what fails in the initializer is reported to Lambda as such, with its message.
        function = CrlResponderFunction.FromEnvironment();
        return Task.FromResult(true);
    })
    .Build()
    .RunAsync();
