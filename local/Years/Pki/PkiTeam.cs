using System.Text;
using Infra.Local.Verification.Clients;

namespace Infra.Local.Years.Pki;

/// <summary>The team behind one folder of the bucket: a root and what it issues, or a CA on its own.</summary>
public sealed class PkiTeam : IDisposable
{
    private PkiTeam(PkiFolder folder, IReadOnlyList<CertificateLine> lines) => (Folder, Lines) = (folder, lines);

    public PkiFolder Folder { get; }

    /// <summary>Issuers first.</summary>
    public IReadOnlyList<CertificateLine> Lines { get; }

    public IEnumerable<Generation> Generations => Lines.SelectMany(line => line.Generations);

    /// <summary>The certificate that the environment file pins on the first day.</summary>
    public Generation FirstRoot => Lines[0].Generations[0];

    public static PkiTeam Of(PkiFolder folder, int seed, DateTimeOffset start)
    {
        var random = new Random(seed);
        if (!folder.IsSmartCard)
        {
            return new PkiTeam(folder, [new CertificateLine(Habits.Servers, null, folder.Prefix, random, start)]);
        }

        var root = new CertificateLine(Habits.CardRoot, null, folder.Prefix, random, start);
        var issuer = new CertificateLine(Habits.CardIssuer, root, folder.Prefix, random, start);
        return new PkiTeam(folder, [root, issuer]);
    }

    /// <summary>Puts the certificates of the first day where the deployment finds them.</summary>
    /// <param name="client">In whose name the team acts.</param>
    public async Task BeginAsync(AdministratorClient client)
    {
        foreach (var generation in Generations)
        {
            await PutAsync(client, generation);
        }
    }

    /// <param name="client">In whose name the team acts.</param>
    /// <param name="now">The day.</param>
    /// <param name="mentioned">Whether a message names a certificate that has no successor.</param>
    public async Task ActAsync(AdministratorClient client, DateTimeOffset now, Func<Generation, bool> mentioned)
    {
        foreach (var line in Lines)
        {
            var (dropped, withdrawn) = line.Act(now, mentioned);
            if (dropped is not null)
            {
                await PutAsync(client, dropped);
            }

            foreach (var one in withdrawn)
            {
                await client.DeleteObjectAsync(Folder.Bucket, one.ObjectKey);
            }
        }
    }

    /// <summary>What sign-in, or LDAPS, depends on: certificates in use, each with those above it.</summary>
    public IEnumerable<Generation> NeededAt(DateTimeOffset at) =>
        Lines[^1].Generations.Where(one => one.IsUsedAt(at)).SelectMany(one => one.Chain()).Distinct();

    public void Dispose()
    {
        foreach (var line in Lines)
        {
            line.Dispose();
        }
    }

    private Task PutAsync(AdministratorClient client, Generation generation) =>
        client.PutObjectAsync(Folder.Bucket, generation.ObjectKey, Encoding.ASCII.GetBytes(generation.Pem));
}
