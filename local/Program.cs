using Infra.Cdk.Functions;
using Infra.Local.Commands;
using Infra.Local.Endpoint;
using Infra.Local.Hosting;
using Infra.Local.Reporting;
using Infra.Local.Years;

return await CommandLine.Create(RunAsync).Parse(args).InvokeAsync();

static async Task<int> RunAsync(LocalOptions options, CancellationToken cancellationToken)
{
    IReport report = options.Json ? new JsonReport() : new ConsoleReport();
    try
    {
        return options switch
        {
            { Years: { } years } => await YearsCommand.RunAsync(options, years, report, cancellationToken),
            { Verify: true } => await VerifyCommand.RunAsync(options, report, cancellationToken),
            _ => await RunCommand.RunAsync(options, report, cancellationToken),
        };
    }
    catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
    {
        return 130;
    }
    catch (Exception e) when (e is DeploymentFailedException or FunctionPackageException or InvalidOperationException or InvalidDataException or IOException or AwsException)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return 1;
    }
}
