using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests;

/// <summary>A repository with this one's schema and certificates, and environments of a test's own.</summary>
public sealed class TemporaryRepository : IDisposable
{
    private const string Certificates = "environments/certificates";

    public TemporaryRepository()
    {
        Folder = Directory.CreateTempSubdirectory("repository-").FullName;
        File.WriteAllText(Path.Combine(Folder, "cdk.json"), "{}");
        Directory.CreateDirectory(Path.Combine(Folder, "environments"));
        const string Schema = "environments/environment.schema.json";
        File.Copy(Path.Combine(Some.RepositoryFolder, Schema), Path.Combine(Folder, Schema));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Some.RepositoryFolder, Certificates)))
        {
            WithFile($"{Certificates}/{Path.GetFileName(file)}", File.ReadAllText(file));
        }
    }

    public string Folder { get; }

    public EnvironmentFile Environments => new(Folder);

    public TemporaryRepository With(string name, string content)
    {
        File.WriteAllText(Path.Combine(Folder, "environments", $"{name}.json"), content);
        return this;
    }

    /// <param name="path">From the repository's folder.</param>
    /// <param name="content">What the file holds.</param>
    public TemporaryRepository WithFile(string path, string content)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return this;
    }

    public TemporaryRepository With(string name, JsonNode document) => With(name, document.ToJsonString());

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
