namespace Infra.Local.Synthesis;

/// <summary>The checkout that is deployed.</summary>
/// <param name="Root">Folder that holds <c>Infra.sln</c> and <c>cdk.json</c>.</param>
public sealed record Repository(string Root)
{
    /// <summary>Git-ignored folder for everything the local AWS writes.</summary>
    public string Scratch => Path.Combine(Root, ".local");

    /// <summary>Looks upwards from the working directory, then from where this program lies.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither is inside a checkout.</exception>
    public static Repository Find() =>
        Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory) ?? throw new DirectoryNotFoundException(
            $"Neither '{Environment.CurrentDirectory}' nor '{AppContext.BaseDirectory}' is inside a checkout of this "
            + "repository (a folder with Infra.sln and cdk.json). Start it as: dotnet run --project local");

    private static Repository? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Infra.sln")) && File.Exists(Path.Combine(folder.FullName, "cdk.json")))
            {
                return new Repository(folder.FullName);
            }
        }

        return null;
    }
}
