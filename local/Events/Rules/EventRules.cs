using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Clock;
using Infra.Local.Lambda.Asynchronous;

namespace Infra.Local.Events.Rules;

/// <summary>The rules of the default event bus: they run by the clock and on events, and call functions.</summary>
public sealed class EventRules
{
    private readonly ConcurrentDictionary<string, ActiveRule> _rules = new(StringComparer.Ordinal);
    private readonly AwsAccount _account;
    private readonly LocalClock _clock;
    private readonly RuleCalls _calls;

    public EventRules(EventBus bus, QueuedEvents functionEvents, AwsAccount account, LocalClock clock)
    {
        (_account, _clock) = (account, clock);
        _calls = new RuleCalls(functionEvents, account, run => Changed?.Invoke(run));
        bus.Published += OnPublished;
    }

    /// <summary>Called whenever a run has come further, on any thread.</summary>
    public event Action<RuleRun>? Changed;

    public IReadOnlyList<ActiveRule> All =>
        [.. _rules.Values.OrderBy(active => active.Rule.Name, StringComparer.Ordinal)];

    public ActiveRule? Find(string name) => _rules.GetValueOrDefault(name);

    /// <summary>Makes or changes a rule. A schedule that stays as it was goes on; any other begins now.</summary>
    public void Put(EventRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var active = _rules.GetOrAdd(rule.Name, _ => new ActiveRule(rule));
        var goesOn = active.NextRun is not null && rule.IsEnabled && Equals(active.Rule.Schedule, rule.Schedule);
        active.Rule = rule;
        if (!goesOn)
        {
            Book(active, _clock.GetUtcNow());
        }
    }

    /// <summary>Removing what is already gone succeeds.</summary>
    public void Remove(string name)
    {
        if (_rules.TryRemove(name, out var active))
        {
            active.NextRun = null;
        }
    }

    public JsonArray ToJson() => new([.. All.Select(active => active.ToJson())]);

    private void OnPublished(BusEvent busEvent)
    {
        var waiting = _rules.Values.Where(active => active.Rule is { IsEnabled: true, Pattern: not null }).ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        var document = busEvent.ToJson(_account);
        foreach (var active in waiting.Where(active => active.Rule.Pattern!.Matches(document)))
        {
            _calls.Call(active, busEvent.Time, document);
        }
    }

    private void Book(ActiveRule active, DateTimeOffset after)
    {
        active.NextRun = active.Rule.IsEnabled ? active.Rule.Schedule?.After(after) : null;
        if (active.NextRun is { } due)
        {
            _clock.At(due, _ => RunAsync(active, due));
        }
    }

    private Task RunAsync(ActiveRule active, DateTimeOffset due)
    {
        // Another moment may have taken its place since.
        if (active.NextRun == due)
        {
            _calls.Call(active, due, Scheduled(active.Rule, due).ToJson(_account));
            Book(active, due);
        }

        return Task.CompletedTask;
    }

    /// <summary>EventBridge user guide, "Scheduled events".</summary>
    private static BusEvent Scheduled(EventRule rule, DateTimeOffset due) =>
        new("aws.events", "Scheduled Event", due, [rule.Arn], []);
}
