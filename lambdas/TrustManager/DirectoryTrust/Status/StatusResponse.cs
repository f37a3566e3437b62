using Infra.TrustManager.Memory;

namespace Infra.TrustManager.DirectoryTrust.Status;

/// <summary>How a directory is, for a person and for a program.</summary>
/// <param name="Text">All that follows, a line each.</param>
public sealed record StatusResponse(string Text, string DirectoryId)
{
    /// <summary>What the environment file calls it; null where nothing was deployed.</summary>
    public string? DirectoryName { get; init; }

    /// <summary>What scheduled runs may do; null where nothing was deployed.</summary>
    public string? RotationMode { get; init; }

    public IReadOnlyList<FeatureLine> Features { get; init; } = [];

    public IReadOnlyList<CertificateStatus> Certificates { get; init; } = [];

    /// <summary>Null where the directory is not held.</summary>
    public DirectoryHold? Hold { get; init; }

    /// <summary>Null where no run is on record.</summary>
    public RunRecord? LastRun { get; init; }

    /// <summary>Who works on the directory now; null where nobody does.</summary>
    public TrustLease? Lease { get; init; }

    /// <summary>Soonest first; for as long as the sources do not change.</summary>
    public IReadOnlyList<LaterLine> ScheduledChanges { get; init; } = [];

    /// <summary>What to know besides: what could not be read, what a run would refuse or do now.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The same response with its text.</summary>
    public StatusResponse Written() => this with { Text = string.Join('\n', Lines()) };

    private IEnumerable<string> Lines()
    {
        yield return $"directory {DirectoryId}"
            + (DirectoryName is { } name ? $" ({name})" : "")
            + (RotationMode is { } mode ? $", rotation mode {mode}" : "");
        foreach (var feature in Features)
        {
            yield return $"{feature.Purpose}: {feature.Status}{(feature.Reason is { } why ? $" ({why})" : "")}";
        }

        foreach (var purpose in Certificates.GroupBy(one => one.Purpose))
        {
            yield return $"certificates for {purpose.Key}:";
            foreach (var certificate in purpose)
            {
                yield return certificate.Line();
            }
        }

        if (Certificates.Count == 0)
        {
            yield return "certificates: none";
        }

        yield return Hold is { } hold
            ? $"held since {hold.Since:u}{(hold.Until is { } until ? $" until {until:u}" : "")}: {hold.Reason}"
            : "held: no";
        yield return LastRun is { } run
            ? $"last recorded run: {run.At:u} {run.Outcome}: {run.Text} (request {run.Request}; later runs changed "
                + "nothing and ended alike)"
            : "last recorded run: none";
        if (Lease is { } lease)
        {
            yield return $"at work: request {lease.Holder}, until {lease.Until:u} at the latest";
        }

        foreach (var line in ScheduledChanges.Select(line => line.Text).Concat(Notes.Select(note => $"note: {note}")))
        {
            yield return line;
        }
    }
}
