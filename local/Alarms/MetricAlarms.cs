using System.Collections.Concurrent;
using Infra.Local.Account;
using Infra.Local.Alarms.Evaluation;
using Infra.Local.Clock;
using Infra.Local.Endpoint;
using Infra.Local.Metrics;

namespace Infra.Local.Alarms;

/// <summary>The account's CloudWatch alarms, evaluated as the clock moves.</summary>
/// <remarks>
/// An alarm is evaluated at those moments only at which its data points can have changed: after a value came, and when
/// one passes from one of its periods to the next. Ten years without a value cost nothing, whatever the period.
/// </remarks>
public sealed class MetricAlarms
{
    private readonly AwsAccount _account;
    private readonly MetricStore _metrics;
    private readonly AlarmActions _actions;
    private readonly LocalClock _clock;
    private readonly ConcurrentDictionary<string, Alarm> _alarms = new(StringComparer.Ordinal);

    public MetricAlarms(AwsAccount account, MetricStore metrics, AlarmActions actions, LocalClock clock)
    {
        (_account, _metrics, _actions, _clock) = (account, metrics, actions, clock);
        metrics.Recorded += OnRecorded;
    }

    /// <summary>
    /// Called with every change of state, once its actions are taken, in the job of the clock that evaluated it.
    /// </summary>
    public event Action<Alarm, AlarmTransition>? Changed;

    /// <summary>By name.</summary>
    public IReadOnlyList<Alarm> All => [.. _alarms.Values.OrderBy(alarm => alarm.Name, StringComparer.Ordinal)];

    /// <summary>Null when there is no such alarm.</summary>
    public Alarm? Find(string name) => _alarms.GetValueOrDefault(name);

    /// <exception cref="AwsException"><c>AlreadyExists</c>.</exception>
    public Alarm Create(AlarmDefinition definition)
    {
        var alarm = new Alarm(definition, _account.Arn("cloudwatch", $"alarm:{definition.Name}"), _clock.GetUtcNow());
        if (!_alarms.TryAdd(alarm.Name, alarm))
        {
            throw new AwsException("AlreadyExists", $"The alarm {alarm.Name} already exists.");
        }

        BookFirst(alarm);
        return alarm;
    }

    /// <exception cref="AwsException"><c>ResourceNotFound</c>.</exception>
    public Alarm Update(AlarmDefinition definition)
    {
        var alarm = Find(definition.Name)
            ?? throw new AwsException("ResourceNotFound", $"There is no alarm {definition.Name}.", 404);
        alarm.Configure(definition, _clock.GetUtcNow());
        BookFirst(alarm);
        return alarm;
    }

    public void Delete(string name) => _alarms.TryRemove(name, out _);

    private void OnRecorded(Metric metric, MetricValue value)
    {
        foreach (var alarm in _alarms.Values)
        {
            if (alarm.Definition.Watch is { } watch && watch.Metric == metric)
            {
                // A value whose moment of evaluation is past is looked at right away, by what is now.
                var due = watch.EvaluationAfter(value.At);
                var newest = watch.EvaluationBy(_clock.GetUtcNow());
                Book(alarm, due > newest ? due : newest);
            }
        }
    }

    private void BookFirst(Alarm alarm)
    {
        if (alarm.Definition.Watch is { } watch)
        {
            Book(alarm, watch.EvaluationAfter(_clock.GetUtcNow()));
        }
    }

    private void Book(Alarm alarm, DateTimeOffset due)
    {
        if (alarm.TryBook(due))
        {
            _clock.At(due, _ => EvaluateAsync(alarm, due));
        }
    }

    private Task EvaluateAsync(Alarm alarm, DateTimeOffset due)
    {
        var isCurrent = alarm.TryBegin(due) && ReferenceEquals(Find(alarm.Name), alarm);
        if (!isCurrent || alarm.Definition.Watch is not { } watch)
        {
            return Task.CompletedTask;
        }

        var moment = watch.EvaluationBy(due);
        var minutes = _metrics.Since(watch.Metric, watch.Begin(moment));
        if (AlarmEvaluation.Decide(watch, watch.Datapoints(moment, minutes)) is { } verdict)
        {
            Change(alarm, verdict);
        }

        if (watch.NextChange(moment, minutes) is { } next)
        {
            Book(alarm, next);
        }

        return Task.CompletedTask;
    }

    private void Change(Alarm alarm, AlarmVerdict verdict)
    {
        if (alarm.Become(verdict, _clock.GetUtcNow()) is not { } transition)
        {
            return;
        }

        var done = transition with { FailedActions = _actions.Take(alarm, transition) };
        alarm.Remember(done);
        Changed?.Invoke(alarm, done);
    }
}
