using Infra.Local.Synthesis;
using Infra.Local.Years.Pki;

namespace Infra.Local.Tests.Years;

public sealed class AnchorFolderTests : IDisposable
{
    private static readonly string Environments = Path.Combine(Repository.Find().Root, "environments");

    private static readonly string LocalRotation = Path.Combine(Environments, "local-rotation.json");

    private readonly string _folder = Directory.CreateTempSubdirectory("anchors-").FullName;
    private readonly List<PkiTeam> _teams =
        [.. PkiFolder.In(LocalRotation).Select((folder, i) => PkiTeam.Of(folder, i, DateTimeOffset.UtcNow))];

    public void Dispose()
    {
        _teams.ForEach(team => team.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Each_purpose_pins_the_root_of_the_team_whose_bucket_it_reads()
    {
        AnchorFolder.Write(_folder, Environments, _teams);

        Assert.Equal(3, _teams.Count);
        Assert.All(_teams, team => Assert.Equal(
            team.FirstRoot.Pem.Trim(),
            File.ReadAllText(Path.Combine(_folder, Assert.Single(team.Folder.AnchorFiles))).Trim()));
    }

    [Fact]
    public void Other_files_are_as_they_are_and_those_of_an_earlier_run_are_gone()
    {
        const string Other = "certificates/local-ldaps.pem";
        File.WriteAllText(Path.Combine(_folder, "earlier.pem"), "");

        AnchorFolder.Write(_folder, Environments, _teams);

        Assert.Equal(
            File.ReadAllText(Path.Combine(Environments, Other)), File.ReadAllText(Path.Combine(_folder, Other)));
        Assert.False(File.Exists(Path.Combine(_folder, "earlier.pem")));
    }

    [Fact]
    public void Two_sources_of_one_purpose_pin_both_roots()
    {
        using var other = PkiTeam.Of(_teams[0].Folder with { Prefix = "more/" }, 9, DateTimeOffset.UtcNow);

        AnchorFolder.Write(_folder, Environments, [.. _teams, other]);

        var pinned = File.ReadAllText(Path.Combine(_folder, _teams[0].Folder.AnchorFiles[0]));
        Assert.All([_teams[0], other], team => Assert.Contains(team.FirstRoot.Pem, pinned, StringComparison.Ordinal));
    }
}
