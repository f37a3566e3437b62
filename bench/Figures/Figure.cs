namespace Infra.Bench.Figures;

/// <summary>One line of the report: something of ours, beside the same of a peer or below a limit.</summary>
/// <param name="Metric">What was measured, with its unit.</param>
/// <param name="Ours">Our measurements.</param>
public sealed record Figure(string Metric, Sample Ours)
{
    /// <summary>Whom it is compared with; null for a figure that stands alone.</summary>
    public string? Peer { get; init; }

    public Sample? PeerSample { get; init; }

    /// <summary>
    /// Most that is acceptable: of the ratio where there is a peer, else of our own value. Null: for information.
    /// </summary>
    public double? Target { get; init; }

    /// <summary>Ours over the peer's, medians of the same run.</summary>
    public double? Ratio => Ours.Median / PeerSample?.Median;

    public bool? Met => Target is null ? null : (Ratio ?? Ours.Median) <= Target;

    /// <summary>Ours beside a peer's.</summary>
    public static Figure Beside(string metric, Sample ours, string peer, Sample peerSample, double? target) =>
        new(metric, ours) { Peer = peer, PeerSample = peerSample, Target = target };
}
