using Infra.TrustManager.CaCertificates;

namespace Infra.Cdk.Configuration.Directories;

/// <summary>Reads the PEM files that an environment names.</summary>
/// <param name="folder">Where their paths begin.</param>
public sealed class CertificateFiles(string folder)
{
    private readonly List<SettingProblem> _problems = [];

    /// <summary>Files that could not be read; what they hold is judged by the settings' own rules.</summary>
    public IReadOnlyList<SettingProblem> Problems => _problems;

    /// <summary>The settings together with what their files hold.</summary>
    public EnvironmentSettings AddTo(EnvironmentSettings settings) => settings with
    {
        Directories =
        [
            .. settings.Directories.Select((directory, i) => directory with
            {
                SmartCard = Read($"directories[{i}].smartCard", directory.SmartCard),
                Ldaps = Read($"directories[{i}].ldaps", directory.Ldaps),
            }),
        ],
    };

    private DirectoryPurposeSettings? Read(string path, DirectoryPurposeSettings? purpose)
    {
        if (purpose is null)
        {
            return null;
        }

        var files = purpose.CertificateSources
            .Select((source, i) => (Path: $"{path}.certificateSources[{i}].pemFile", File: source.PemFile))
            .Where(source => source.File is not null)
            .Select(source => (Source: $"environments/{source.File}", Pem: Text(source.Path, source.File!)))
            .ToList();

        var anchors = PurposeAnchors.Read(
            $"{path}.trustAnchors",
            purpose.TrustAnchors,
            (place, file) => Text(place, file) is { } pem ? ($"environments/{file}", pem) : null);

        // Without one of the files, chains in the others would be called incomplete.
        return files.Exists(file => file.Pem is null)
            ? purpose with { Anchors = anchors }
            : purpose with
            {
                Anchors = anchors,
                Certificates = CaBundle.Read(files.Select(file => (file.Source, file.Pem!))),
            };
    }

    private string? Text(string path, string name)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        if (!file.Exists)
        {
            return Unreadable(
                path, name, "no such file", "Correct the path, which begins at environments/, or put the file there.");
        }

        if (file.Length > CaBundle.MaxSourceLength)
        {
            return Unreadable(
                path, name, $"a file of {file.Length} bytes",
                $"At most {CaBundle.MaxSourceLength} are read: keep only the CAs that the directory shall trust.");
        }

        try
        {
            return File.ReadAllText(file.FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, name, $"a file that cannot be read ({exception.Message})", "Make it readable.");
        }
    }

    private string? Unreadable(string path, string name, string found, string next)
    {
        _problems.Add(new SettingProblem(path, $"\"{name}\", {found}", "a PEM file below environments/", next));
        return null;
    }
}
