using System.IO.Compression;

namespace Infra.Bench.Metrics;

/// <summary>The package of a function as it is uploaded.</summary>
internal static class Package
{
    /// <summary>Size of the zip file in MB (10^6 bytes).</summary>
    public static double ZippedMegabytes(string folder)
    {
        using var zipped = new MemoryStream();
        using (var archive = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                archive.CreateEntryFromFile(file, Path.GetRelativePath(folder, file), CompressionLevel.Optimal);
            }
        }

        return zipped.Length / 1e6;
    }
}
