using System.Diagnostics;
using System.IO.Compression;
using Infra.Local.Synthesis;

namespace Infra.EndToEnd.Tests;

/// <summary>What is uploaded, and loaded on every cold start, does not grow unnoticed.</summary>
/// <remarks>Here and not beside the functions' own tests, because only one process at a time may publish them.</remarks>
[Collection(nameof(LocalProgram))]
public sealed class PackageBudgetTests
{
    [Theory]
    [InlineData("CrlResponder", 17, 63)]
    [InlineData("TrustManager", 17, 65)]
    public async Task A_package_stays_within_its_size_and_number_of_files(string function, int megabytes, int files)
    {
        var folder = await PublishAsync(function);

        var packed = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

        Assert.InRange(packed.Length, 1, files);
        Assert.InRange(ZippedBytes(packed), 1, megabytes * 1_000_000);
    }

    private static async Task<string> PublishAsync(string function)
    {
        var root = Repository.Find().Root;
        string[] arguments =
        [
            "publish", $"lambdas/{function}", "-c", "Release", "--nologo", "-v", "q", "--disable-build-servers",
            "-p:FunctionRuntime=provided.al2023", "-p:FunctionArchitecture=x86_64",
        ];
        await ChildProcess.RunAsync(
            new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root }, CancellationToken.None);
        return Path.Combine(root, "artifacts", "functions", function, "provided.al2023-x86_64");
    }

    private static long ZippedBytes(IEnumerable<string> files)
    {
        using var zipped = new MemoryStream();
        using (var archive = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                archive.CreateEntryFromFile(file, Path.GetFileName(file), CompressionLevel.Optimal);
            }
        }

        return zipped.Length;
    }
}
