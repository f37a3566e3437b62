using Infra.Local.Verification.Clients;

namespace Infra.EndToEnd.Tests.Outages;

/// <summary>What one client, or all of them, got.</summary>
internal sealed class LoadOutcome
{
    private readonly SortedDictionary<int, int> _byStatus = [];
    private readonly List<string> _wrong = [];
    private TimeSpan _longest;
    private int _fewest;

    /// <summary>Answers that were not right, each in a line.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Answers of the client that had fewest.</summary>
    public int FewestOfAClient => _fewest;

    public int Count(int status) => _byStatus.GetValueOrDefault(status);

    public void Note(string path, Answer answer, TimeSpan took, bool isRight)
    {
        _byStatus[answer.Status] = Count(answer.Status) + 1;
        _longest = took > _longest ? took : _longest;
        _fewest++;
        if (!isRight)
        {
            _wrong.Add($"{path}: {answer}");
        }
    }

    public static LoadOutcome Of(IReadOnlyCollection<LoadOutcome> clients)
    {
        var all = new LoadOutcome
        {
            _fewest = clients.Min(client => client._fewest), _longest = clients.Max(client => client._longest),
        };
        foreach (var client in clients)
        {
            all._wrong.AddRange(client._wrong);
            foreach (var (status, count) in client._byStatus)
            {
                all._byStatus[status] = all.Count(status) + count;
            }
        }

        return all;
    }

    public override string ToString() =>
        $"{string.Join(", ", _byStatus.Select(one => $"{one.Value} answers of {one.Key}"))}; "
        + $"longest {_longest.TotalSeconds:0.0} s; {_wrong.Count} not right: {string.Join(", ", _wrong.Take(5))}";
}
