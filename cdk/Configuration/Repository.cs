namespace Infra.Cdk.Configuration;

/// <summary>Where the repository lies.</summary>
/// <remarks>The CDK CLI starts the app in the folder of <c>cdk.json</c>; other callers may start it anywhere below.</remarks>
public static class Repository
{
    private const string Marker = "cdk.json";

    /// <summary>The nearest folder, from <paramref name="start"/> upwards, that holds <c>cdk.json</c>.</summary>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidEnvironmentException(
            $"Neither {start} nor a folder above it holds {Marker}. Run the command in the repository.");
    }
}
