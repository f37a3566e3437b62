using Infra.Local.Events.Patterns;
using Infra.Local.Events.Schedules;

namespace Infra.Local.Events.Rules;

/// <summary>A rule of the default event bus as its template describes it.</summary>
public sealed record EventRule
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>When it runs by the clock; null when it does not.</summary>
    public ISchedule? Schedule { get; init; }

    /// <summary>On which events it runs; null for none.</summary>
    public EventPattern? Pattern { get; init; }

    /// <summary>False for a rule that does nothing. Default: true.</summary>
    public bool IsEnabled { get; init; } = true;

    public required IReadOnlyList<RuleTarget> Targets { get; init; }
}
