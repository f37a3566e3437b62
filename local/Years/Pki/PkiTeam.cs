using System.Text;
using Infra.Local.Verification.Clients;

namespace Infra.Local.Years.Pki;

/// <summary>The team behind one folder of the bucket: a root and what it issues, or a CA on its own.</summary>
public sealed class PkiTeam : IDisposable
{
    private readonly string _bucket;
    private readonly AdministratorClient _administrator;

    private PkiTeam(PkiFolder folder, AdministratorClient administrator, IReadOnlyList<CertificateLine> lines)
    {
        (Folder, _bucket, _administrator, Lines) = (folder, folder.Bucket, administrator, lines);
    }

    public PkiFolder Folder { get; }

    /// <summary>Issuers first.</summary>
    public IReadOnlyList<CertificateLine> Lines { get; }

    public IEnumerable<Generation> Generations => Lines.SelectMany(line => line.Generations);

    public static PkiTeam Of(PkiFolder folder, AdministratorClient administrator, int seed, DateTimeOffset start)
    {
        var random = new Random(seed);
        if (!folder.IsSmartCard)
        {
            return new PkiTeam(
                folder, administrator, [new CertificateLine(Habits.Servers, null, folder.Prefix, random, start)]);
        }

        var root = new CertificateLine(Habits.CardRoot, null, folder.Prefix, random, start);
        var issuer = new CertificateLine(Habits.CardIssuer, root, folder.Prefix, random, start);
        return new PkiTeam(folder, administrator, [root, issuer]);
    }

    /// <summary>Puts the certificates of the first day where the deployment finds them.</summary>
    public async Task BeginAsync()
    {
        foreach (var generation in Generations)
        {
            await PutAsync(generation);
        }
    }

    public async Task ActAsync(DateTimeOffset now, Func<Generation, bool> mentioned)
    {
        foreach (var line in Lines)
        {
            var (dropped, withdrawn) = line.Act(now, mentioned);
            if (dropped is not null)
            {
                await PutAsync(dropped);
            }

            foreach (var one in withdrawn)
            {
                await _administrator.DeleteObjectAsync(_bucket, one.ObjectKey);
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

    private Task PutAsync(Generation generation) =>
        _administrator.PutObjectAsync(_bucket, generation.ObjectKey, Encoding.ASCII.GetBytes(generation.Pem));
}
