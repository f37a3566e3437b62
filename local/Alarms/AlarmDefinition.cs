using Infra.Local.Alarms.Evaluation;

namespace Infra.Local.Alarms;

/// <summary>What a template says of an alarm.</summary>
public sealed record AlarmDefinition
{
    public required string Name { get; init; }

    /// <summary>Default: none.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// What it watches; null for what is not emulated, such as an expression: such an alarm never changes.
    /// </summary>
    public required AlarmWatch? Watch { get; init; }

    /// <summary>Default: actions are taken.</summary>
    public bool ActionsEnabled { get; init; } = true;

    /// <summary>ARNs of what is done when it comes to <see cref="AlarmState.Ok"/>. Default: nothing.</summary>
    public IReadOnlyList<string> OkActions { get; init; } = [];

    /// <summary>The same for <see cref="AlarmState.Alarm"/>.</summary>
    public IReadOnlyList<string> AlarmActions { get; init; } = [];

    /// <summary>The same for <see cref="AlarmState.InsufficientData"/>.</summary>
    public IReadOnlyList<string> InsufficientDataActions { get; init; } = [];

    public IReadOnlyList<string> ActionsFor(AlarmState state) => (ActionsEnabled, state) switch
    {
        (false, _) => [],
        (_, AlarmState.Ok) => OkActions,
        (_, AlarmState.Alarm) => AlarmActions,
        _ => InsufficientDataActions,
    };
}
