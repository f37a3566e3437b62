using Infra.Local.Alarms.Evaluation;

namespace Infra.Local.Alarms;

/// <summary>One alarm with its state and how it came to it.</summary>
public sealed class Alarm
{
    /// <summary>Transitions kept, the newest.</summary>
    public const int Capacity = 5_000;

    private readonly Lock _lock = new();
    private readonly Queue<AlarmTransition> _history = new();
    private DateTimeOffset? _booked;

    internal Alarm(AlarmDefinition definition, string arn, DateTimeOffset now) =>
        (Definition, Arn, ConfiguredAt, Since) = (definition, arn, now, now);

    public AlarmDefinition Definition { get; private set; }

    public string Name => Definition.Name;

    public string Arn { get; }

    /// <summary>When a template last said something about it.</summary>
    public DateTimeOffset ConfiguredAt { get; private set; }

    public AlarmState State { get; private set; } = AlarmState.InsufficientData;

    /// <summary>When it came to its state.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Why it is in its state.</summary>
    public string Reason { get; private set; } = "Unchecked: Initial alarm creation";

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<AlarmTransition> History
    {
        get
        {
            lock (_lock)
            {
                return [.. _history];
            }
        }
    }

    /// <summary>The state stays: CloudWatch API reference, PutMetricAlarm.</summary>
    internal void Configure(AlarmDefinition definition, DateTimeOffset now) =>
        (Definition, ConfiguredAt) = (definition, now);

    /// <summary>Takes on what an evaluation came to.</summary>
    /// <returns>Null when nothing changed.</returns>
    internal AlarmTransition? Become(AlarmVerdict verdict, DateTimeOffset at)
    {
        if (verdict.State == State)
        {
            return null;
        }

        var transition = new AlarmTransition(at, State, verdict.State, verdict.Reason);
        (State, Since, Reason) = (verdict.State, at, verdict.Reason);
        return transition;
    }

    internal void Remember(AlarmTransition transition)
    {
        lock (_lock)
        {
            _history.Enqueue(transition);
            if (_history.Count > Capacity)
            {
                _history.Dequeue();
            }
        }
    }

    /// <summary>Notes the next evaluation; false when one is noted for that moment or before.</summary>
    internal bool TryBook(DateTimeOffset due)
    {
        lock (_lock)
        {
            if (_booked <= due)
            {
                return false;
            }

            _booked = due;
            return true;
        }
    }

    /// <summary>Whether the evaluation of this moment is still the one that is noted; it is then no more.</summary>
    internal bool TryBegin(DateTimeOffset due)
    {
        lock (_lock)
        {
            if (_booked != due)
            {
                return false;
            }

            _booked = null;
            return true;
        }
    }
}
