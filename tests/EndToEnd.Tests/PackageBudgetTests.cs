using System.IO.Compression;

namespace Infra.EndToEnd.Tests;

/// <summary>What is uploaded, and loaded on every cold start, does not grow unnoticed.</summary>
/// <remarks>Here and not beside the functions' own tests, because only one process may publish at a time.</remarks>
[Collection(nameof(LocalProgram))]
public sealed class PackageBudgetTests
{
    [Theory]
    [InlineData("CrlResponder", 17, 63)]
    [InlineData("TrustManager", 18, 70)]
    public async Task A_package_stays_within_its_size_and_number_of_files(string function, int megabytes, int files)
    {
        var folder = await PublishedFunction.PublishAsync(function);

        var packed = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

        Assert.InRange(packed.Length, 1, files);
        Assert.InRange(ZippedBytes(packed), 1, megabytes * 1_000_000);
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
