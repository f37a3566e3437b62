using System.Diagnostics;
using Infra.Local.Account;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Hosting;
using Infra.Local.Reporting;
using Infra.Local.Synthesis;

namespace Infra.Local.Commands;

/// <summary>The way to a deployed local AWS: build, synthesize, start, deploy.</summary>
public sealed class Session(LocalOptions options, IReport report)
{
    /// <summary>The assembly, freshly synthesized.</summary>
    /// <exception cref="InvalidOperationException">Building or synthesizing failed; the message holds what was printed.</exception>
    public async Task<CloudAssembly> SynthesizeAsync(CancellationToken cancellationToken)
    {
        var synthesis = new CloudAssemblySynthesis(Repository.Find(), options.Environment);
        await TimedAsync("build the CDK app", synthesis.BuildAsync, cancellationToken);
        await TimedAsync($"publish the functions and synthesize '{options.Environment}'", synthesis.SynthesizeAsync, cancellationToken);
        return CloudAssembly.Load(synthesis.Output);
    }

    /// <summary>A running local AWS for the assembly's account and Region.</summary>
    public Task<LocalAws> StartAsync(CloudAssembly assembly)
    {
        var first = assembly.Stacks[0];
        return LocalAws.StartAsync(new AwsAccount(first.AccountId!, first.Region!), options.Port);
    }

    public async Task DeployAsync(LocalAws aws, CloudAssembly assembly, CancellationToken cancellationToken)
    {
        var results = await AssemblyDeployment.DeployAsync(aws, assembly, new Progress(report), cancellationToken);
        foreach (var path in results.SelectMany(result => result.Stack!.NotEmulated))
        {
            report.Progress($"not emulated: {path}");
        }
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
