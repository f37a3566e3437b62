using System.Text.Json.Nodes;

namespace Infra.Local.Events.Rules;

/// <summary>A rule that exists, the next moment of its schedule and what became of its newest runs.</summary>
public sealed class ActiveRule
{
    /// <summary>Runs that are remembered; a long run of the clock must not fill the memory.</summary>
    private const int Remembered = 20;

    private readonly Lock _lock = new();
    private readonly List<RuleRun> _runs = [];

    internal ActiveRule(EventRule rule) => Rule = rule;

    public EventRule Rule { get; internal set; }

    /// <summary>When the schedule runs next; null when it does not.</summary>
    public DateTimeOffset? NextRun { get; internal set; }

    /// <summary>The newest ones, oldest first, each as far as it has come.</summary>
    public IReadOnlyList<RuleRun> Runs
    {
        get
        {
            lock (_lock)
            {
                return [.. _runs];
            }
        }
    }

    public JsonObject ToJson() => new()
    {
        ["name"] = Rule.Name,
        ["state"] = Rule.IsEnabled ? "ENABLED" : "DISABLED",
        ["schedule"] = Rule.Schedule?.Expression,
        ["pattern"] = Rule.Pattern?.ToString(),
        ["nextRun"] = NextRun?.ToString("O"),
        ["targets"] = new JsonArray([.. Rule.Targets.Select(target => JsonValue.Create(target.Arn))]),
        ["runs"] = new JsonArray([.. Runs.Select(run => run.ToJson())]),
    };

    internal void Record(RuleRun run)
    {
        lock (_lock)
        {
            var known = _runs.FindIndex(earlier => earlier.Id == run.Id);
            if (known >= 0)
            {
                _runs[known] = run;
                return;
            }

            _runs.Add(run);
            if (_runs.Count > Remembered)
            {
                _runs.RemoveAt(0);
            }
        }
    }
}
