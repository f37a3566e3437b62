namespace Infra.Local.Years.Pki;

/// <summary>The PEM files of environments, with the teams' roots in place of trust anchors.</summary>
/// <remarks>
/// A team makes its keys when the years begin, so that no file of the repository can pin its root. In life the cloud
/// engineer gets that file from the team before the first deployment.
/// </remarks>
public static class AnchorFolder
{
    /// <param name="folder">Is emptied and written.</param>
    /// <param name="environments">The repository's folder of environment files.</param>
    /// <param name="teams">Those whose folders are sources.</param>
    public static void Write(string folder, string environments, IReadOnlyList<PkiTeam> teams)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(environments, "*.pem", SearchOption.AllDirectories))
        {
            File.Copy(file, Prepared(folder, Path.GetRelativePath(environments, file)));
        }

        var roots = from team in teams
                    from file in team.Folder.AnchorFiles
                    group team.FirstRoot.Pem by file;
        foreach (var file in roots)
        {
            File.WriteAllLines(Prepared(folder, file.Key), file);
        }
    }

    private static string Prepared(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }
}
