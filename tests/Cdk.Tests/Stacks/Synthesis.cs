using Amazon.CDK;
using Infra.Cdk.Configuration;
using Infra.Cdk.Functions;
using Infra.Cdk.Stacks;

namespace Infra.Cdk.Tests.Stacks;

/// <summary>Synthesizes environments with a function package of one small file, each environment of the repository once.</summary>
public sealed class Synthesis : IDisposable
{
    public const string Collection = "Synthesis";

    private readonly string _folder = Directory.CreateTempSubdirectory("synthesis-").FullName;
    private readonly string _package;
    private readonly Dictionary<string, Assembly> _assemblies = [];

    public Synthesis()
    {
        _package = Directory.CreateDirectory(Path.Combine(_folder, "package")).FullName;
        File.WriteAllText(Path.Combine(_package, "bootstrap"), "stub");
    }

    public Assembly Of(string environment)
    {
        if (!_assemblies.TryGetValue(environment, out var assembly))
        {
            _assemblies[environment] = assembly = Of(Some.Environments.Read(environment));
        }

        return assembly;
    }

    public Assembly Of(EnvironmentSettings settings)
    {
        var output = Directory.CreateDirectory(Path.Combine(_folder, $"{Guid.NewGuid():n}")).FullName;
        var app = new App(new AppProps { Context = CdkFeatureFlags.All, AnalyticsReporting = false, Outdir = output });
        Deployment.AddTo(app, settings, new FunctionFolders(_package, _package));
        app.Synth();
        return new Assembly(output, settings);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
