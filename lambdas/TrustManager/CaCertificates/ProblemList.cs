namespace Infra.TrustManager.CaCertificates;

/// <summary>Problems of something that others wrote: the first are kept, the rest is counted.</summary>
/// <param name="subject">Begins the sentence that says how many more there are.</param>
internal sealed class ProblemList(string subject)
{
    /// <summary>How many are kept.</summary>
    /// <remarks>More than a person corrects at a time; a source can have a problem in each of its lines.</remarks>
    public const int MaxKept = 20;

    private readonly List<string> _kept = [];
    private int _more;

    public int Count => _kept.Count + _more;

    /// <param name="problem">Called only when the problem is kept.</param>
    public void Add(Func<string> problem)
    {
        if (_kept.Count < MaxKept)
        {
            _kept.Add(problem());
        }
        else
        {
            _more++;
        }
    }

    public void AddRange(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            Add(() => problem);
        }
    }

    /// <summary>Those that were kept, and a sentence about the others.</summary>
    public IReadOnlyList<string> ToList() => _more switch
    {
        0 => [.. _kept],
        1 => [.. _kept, $"{subject} 1 more problem."],
        _ => [.. _kept, $"{subject} {_more} more problems."],
    };
}
