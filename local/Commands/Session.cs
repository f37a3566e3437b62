using System.Diagnostics;
using Infra.Local.Account;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Hosting;
using Infra.Local.Presumed;
using Infra.Local.Reporting;
using Infra.Local.Synthesis;

namespace Infra.Local.Commands;

/// <summary>The way to a deployed local AWS: build, synthesize, start, deploy.</summary>
public sealed class Session(LocalOptions options, IReport report)
{
    private readonly Repository _repository = Repository.Find();

    /// <summary>The assembly of the chosen environment, from the CDK app as it stands.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="overrides">What else <c>-c name=value</c> would say. Default: nothing.</param>
    /// <exception cref="InvalidOperationException">Building or synthesizing failed; the message holds what was printed.</exception>
    public async Task<CloudAssembly> BuildAsync(
        CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? overrides = null)
    {
        var synthesis = new CloudAssemblySynthesis(_repository, options.Environment, overrides);
        await TimedAsync("build the CDK app", synthesis.BuildAsync, cancellationToken);
        return await SynthesizeAsync(synthesis, options.Environment, cancellationToken);
    }

    /// <summary>The assembly of another environment, with what <c>-c name=value</c> would say.</summary>
    /// <exception cref="InvalidOperationException">Synthesizing failed; the message holds what was printed.</exception>
    public Task<CloudAssembly> SynthesizeAsync(
        string environment, IReadOnlyDictionary<string, string> overrides, CancellationToken cancellationToken) =>
        SynthesizeAsync(new CloudAssemblySynthesis(_repository, environment, overrides), environment, cancellationToken);

    /// <summary>A running local AWS for the assembly's account and Region.</summary>
    public async Task<LocalAws> StartAsync(CloudAssembly assembly)
    {
        var first = assembly.Stacks[0];
        var aws = await LocalAws.StartAsync(new AwsAccount(first.AccountId!, first.Region!), options.Port);
        ListedDirectories.AddTo(
            aws.Directories, Path.Combine(_repository.Root, "environments", $"{options.Environment}.json"));
        return aws;
    }

    /// <summary>Makes what the environment file presumes: buckets with certificates, and CAs.</summary>
    /// <exception cref="InvalidOperationException">Something of it cannot be made.</exception>
    public Task PrepareAsync(LocalAws aws)
    {
        var environments = Path.Combine(_repository.Root, "environments");
        return new PresumedResources(aws, environments, report)
            .MakeAsync(Presumption.Of(Path.Combine(environments, $"{options.Environment}.json")));
    }

    public async Task DeployAsync(LocalAws aws, CloudAssembly assembly, CancellationToken cancellationToken)
    {
        var results = await AssemblyDeployment.DeployAsync(aws, assembly, new Progress(report), cancellationToken);
        foreach (var path in results.SelectMany(result => result.Stack!.NotEmulated))
        {
            report.Progress($"not emulated: {path}");
        }
    }

    private async Task<CloudAssembly> SynthesizeAsync(
        CloudAssemblySynthesis synthesis, string environment, CancellationToken cancellationToken)
    {
        await TimedAsync($"publish the functions and synthesize '{environment}'", synthesis.SynthesizeAsync, cancellationToken);
        return CloudAssembly.Load(synthesis.Output);
    }

    private async Task TimedAsync(string what, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var took = Stopwatch.StartNew();
        await work(cancellationToken);
        report.Progress($"{what}: {took.Elapsed.TotalSeconds:0.0} s");
    }

    private sealed class Progress(IReport report) : IProgress<StackEvent>
    {
        public void Report(StackEvent value)
        {
            if (!value.Status.EndsWith("IN_PROGRESS", StringComparison.Ordinal))
            {
                report.Progress($"{value.StackName} {value.Status} {value.Type} {value.LogicalId} {value.Reason}".TrimEnd());
            }
        }
    }
}
