using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Requests;

namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>How a CA's own certificate is, for a person and for a program.</summary>
/// <param name="Text">All that follows, a line each.</param>
public sealed record CaStatusResponse(string Text, string CertificateAuthorityArn)
{
    /// <summary>As Private CA says: <c>ACTIVE</c>, <c>DISABLED</c> ...</summary>
    public required string Status { get; init; }

    /// <summary><c>Renew</c> or <c>Watch</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Null while the CA has none that can be read, as are the two that follow.</summary>
    public string? Certificate { get; init; }

    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Whole days, rounded down; negative after it.</summary>
    public int? DaysToExpiry { get; init; }

    /// <summary>True while the certificate is not known to be in Active Directory.</summary>
    public bool WindowsTrustPending { get; init; }

    /// <summary>Null where no run is on record.</summary>
    public RunRecord? LastRun { get; init; }

    /// <summary>Soonest first.</summary>
    public IReadOnlyList<LaterLine> ScheduledChanges { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <param name="memory">In line with <paramref name="view"/>.</param>
    public static CaStatusResponse Of(
        CaView view, RenewalMemory memory, RenewalSettings settings, DateTimeOffset at)
    {
        var plan = RenewalPlan.For(view, memory.Attempt, settings.Reissue, at);
        var certificate = view.Certificate;
        var status = new CaStatusResponse("", settings.Ca.ToString())
        {
            Status = view.Ca.Status,
            Mode = settings.Mode.ToString(),
            Certificate = certificate?.Describe(),
            NotAfter = certificate?.NotAfter,
            DaysToExpiry = certificate is null ? null : DaysLeft.Until(certificate.NotAfter, at),
            WindowsTrustPending = memory.WindowsTrustPending,
            LastRun = memory.LastRun,
            ScheduledChanges = RenewalForecast.Later(view, plan, settings, memory, at),
            Notes =
            [
                .. plan.Refusal is { } refusal ? [$"The renewal is due, but {refusal.Text}."] : Array.Empty<string>(),
                .. plan.Steps.Count > 0 ? ["The renewal is due now."] : Array.Empty<string>(),
                .. RenewalForecast.Notes(view, plan, settings, memory),
            ],
        };
        return status with { Text = string.Join('\n', status.Lines()) };
    }

    private IEnumerable<string> Lines() =>
    [
        $"CA {CertificateAuthorityArn}: {Status}, mode {Mode}",
        Certificate is null
            ? "certificate: none"
            : $"certificate: {Certificate} expires {NotAfter:yyyy-MM-dd}, {DaysLeft.Text(DaysToExpiry!.Value)}",
        $"published in Active Directory: {(WindowsTrustPending ? "not confirmed" : "yes")}",
        LastRun is { } run
            ? $"last recorded run: {run.At:u} {run.Outcome}: {run.Text} (request {run.Request}; later runs changed "
                + "nothing and ended alike)"
            : "last recorded run: none",
        .. ScheduledChanges.Select(line => line.Text),
        .. Notes.Select(note => $"note: {note}"),
    ];
}
