namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>Walks from anchors down to everything that they vouch for, the shortest paths first.</summary>
/// <remarks>
/// A path is followed only while no other one to the same certificate, at most as long, allows all that it allows:
/// certificates that certify each other end there. What is not vouched for is compared with the keys of its issuer's
/// name, and costs nothing else, however much of it there is.
/// </remarks>
internal sealed class AnchorSearch(
    IReadOnlyCollection<PathCertificate> certificates, CancellationToken cancellationToken)
{
    /// <summary>Most signature checks: ten for each certificate that a bundle holds; one or two are usual.</summary>
    private const int MaxSignatureChecks = 10 * CaBundle.MaxCertificates;

    /// <summary>Most steps and comparisons of names; a second or so of work.</summary>
    private const int MaxSteps = 500_000;

    private readonly ILookup<string, PathCertificate> _byIssuer =
        certificates.ToLookup(one => one.Parsed.Issuer.Key, StringComparer.Ordinal);

    private readonly SignatureChecks _signatures = new(MaxSignatureChecks, cancellationToken);
    private readonly Dictionary<PathCertificate, List<PathEnd>> _paths = [];
    private readonly Dictionary<PathCertificate, Refusal> _refusals = [];
    private readonly Queue<PathEnd> _open = new();
    private int _steps;

    /// <summary>True when the search ended because of a limit.</summary>
    public bool IsGivenUp => _signatures.IsExhausted || _steps > MaxSteps;

    public void Run(IReadOnlyList<PathCertificate> anchors)
    {
        foreach (var anchor in anchors.Where(anchor => anchor.Fault is null))
        {
            Reach(PathEnd.At(anchor));
        }

        while (_open.TryDequeue(out var path) && !IsGivenUp)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var below in _byIssuer[path.Certificate.Parsed.Subject.Key])
            {
                Step(path, below);
            }
        }
    }

    /// <summary>The shortest path; null without one.</summary>
    public AnchorPath? PathOf(PathCertificate certificate)
    {
        if (!_paths.TryGetValue(certificate, out var paths))
        {
            return null;
        }

        var found = new List<CaCertificate>();
        for (var at = paths[0]; at is not null; at = at.Above)
        {
            found.Add(at.Certificate.Certificate);
        }

        return new AnchorPath(found);
    }

    /// <summary>Why a step to it was refused, in a sentence; null when nothing led there.</summary>
    public string? RefusalOf(PathCertificate certificate) =>
        _refusals.TryGetValue(certificate, out var refusal) ? refusal.Text : null;

    private void Step(PathEnd path, PathCertificate below)
    {
        if (below == path.Certificate || below.Fault is not null)
        {
            return;
        }

        // Anyone can name a CA as the issuer: what its key did not sign costs no comparison of names.
        var isSigned = _signatures.Verifies(path.Certificate.Parsed, below.Parsed) == true;
        _steps += 1 + (isSigned ? path.Comparisons(below) : 0);
        if (IsGivenUp)
        {
            return;
        }

        var refusal = Refusal.Of(path, below, _signatures);
        if (refusal is null)
        {
            Reach(path.To(below));
        }
        else if (!_refusals.TryGetValue(below, out var earlier) || earlier.Weight < refusal.Weight)
        {
            _refusals[below] = refusal;
        }
    }

    private void Reach(PathEnd path)
    {
        if (!_paths.TryGetValue(path.Certificate, out var known))
        {
            _paths[path.Certificate] = known = [];
        }

        _steps += known.Count;
        if (known.Exists(earlier => earlier.AllowsAllOf(path)))
        {
            return;
        }

        known.Add(path);
        if (path.Certificate.FaultAsIssuer is null)
        {
            _open.Enqueue(path);
        }
    }
}
