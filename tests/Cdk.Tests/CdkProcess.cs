using System.Runtime.CompilerServices;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Infra.Cdk.Tests;

/// <summary>The one CDK runtime of this process: it serves one caller at a time and leaves 66 MB in the folder for temporary files.</summary>
internal static class CdkProcess
{
    [ModuleInitializer]
    public static void Prepare()
    {
        var temporaryFiles = Directory.CreateTempSubdirectory("cdk-tests-").FullName;
        Environment.SetEnvironmentVariable(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR", temporaryFiles);
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "18,20");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(temporaryFiles, recursive: true);
    }
}
