using Amazon.CDK;
using Infra.Cdk;
using Infra.Cdk.Configuration;
using Infra.Cdk.Functions;
using Infra.Cdk.Stacks;

// The CDK's runtime prints a banner on versions of Node.js that it knows to be old or does not know.
System.Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "18,20");
System.Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");

try
{
    var repository = Repository.Find(Directory.GetCurrentDirectory());
    var app = new App(new AppProps { Context = CdkFeatureFlags.All, AnalyticsReporting = false });
    var settings = new EnvironmentFile(repository).Read(
        name: app.Node.TryGetContext("env") as string,
        EnvironmentOverrides.From(app.Node.TryGetContext));
    foreach (var warning in settings.Warnings(TimeProvider.System.GetUtcNow()))
    {
        Console.Error.WriteLine($"Warning: {warning}");
    }

    // Until the packages are copied into the assembly, which synthesis does.
    using var only = CheckoutLock.Take(repository, Console.Error.WriteLine);
    Deployment.AddTo(app, settings, FunctionFolders.Publish(new FunctionPackage(repository, settings.Functions)));
    app.Synth();
    return 0;
}
catch (Exception exception) when (exception is InvalidEnvironmentException or FunctionPackageException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
