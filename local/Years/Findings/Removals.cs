using Infra.Local.DirectoryService.History;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.Years.Accidents;
using Infra.Local.Years.Pki;

namespace Infra.Local.Years.Findings;

/// <summary>Looks at everything that was taken out of a directory by the functions.</summary>
public sealed class Removals(IReadOnlyList<PkiTeam> teams, ByHand byHand, TimeSpan overlap)
{
    /// <summary>
    /// A run counts from its beginning; the call that registers may come this much later in it, the longest that a run
    /// takes.
    /// </summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    private readonly HashSet<string> _seen = [];

    /// <summary>Certificates that went because something replaced them, or nobody wants them.</summary>
    public int Right { get; private set; }

    /// <summary>Each with its day and what was wrong.</summary>
    public List<string> Wrong { get; } = [];

    public void Look(DirectoryChange change)
    {
        foreach (var gone in change.Before.Certificates.Where(one => one.State == CertificateState.Registered))
        {
            if (change.After.Find(gone.Id) is { State: CertificateState.Registered }
                || byHand.Removed.Contains(gone.Id)
                || !_seen.Add($"{change.DirectoryId} {gone.Id}"))
            {
                continue;
            }

            if (Complaint(change, gone) is { } complaint)
            {
                Wrong.Add($"{change.At:yyyy-MM-dd} {change.DirectoryId} '{gone.CommonName}': {complaint}");
            }
            else
            {
                Right++;
            }
        }
    }

    private string? Complaint(DirectoryChange change, RegisteredCertificate gone)
    {
        if (byHand.Registered.Contains(gone.Id))
        {
            return "it was somebody else's";
        }

        var successor = change.After.Certificates
            .Where(one => one.Type == gone.Type
                && one.RegisteredAt > gone.RegisteredAt
                && !byHand.Registered.Contains(one.Id))
            .OrderByDescending(one => one.RegisteredAt)
            .FirstOrDefault();
        if (successor is not null
            && change.At < gone.NotAfter
            && change.At < UsableFrom(successor) + overlap - LongestRun)
        {
            var days = (change.At - UsableFrom(successor)).TotalDays;
            return $"'{successor.CommonName}' had been registered and valid for {days:0.0} days only";
        }

        // What no team knows is the deployment's own CA, whose renewed certificate has the same key.
        var known = teams.SelectMany(team => team.Generations);
        return known.FirstOrDefault(one => one.Thumbprint == gone.Thumbprint) switch
        {
            { } generation when generation.IsUsedAt(change.At) => "it is in use",
            { WithdrawnAt: null } when change.At < gone.NotAfter => "its source still lists it",
            _ => null,
        };
    }

    private static DateTimeOffset UsableFrom(RegisteredCertificate certificate) =>
        certificate.RegisteredAt > certificate.NotBefore ? certificate.RegisteredAt : certificate.NotBefore;
}
