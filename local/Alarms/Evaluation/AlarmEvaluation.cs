namespace Infra.Local.Alarms.Evaluation;

/// <summary>Decides the state of an alarm by its data points.</summary>
/// <remarks>CloudWatch user guide, "Configuring how CloudWatch alarms treat missing data".</remarks>
public static class AlarmEvaluation
{
    /// <param name="watch">What the alarm wants.</param>
    /// <param name="datapoints">The periods of its range that have values, newest first.</param>
    /// <returns>Null when the alarm stays as it is.</returns>
    public static AlarmVerdict? Decide(AlarmWatch watch, IReadOnlyList<Datapoint> datapoints)
    {
        // Missing periods count only when older values cannot stand in for them.
        var seen = datapoints.Take(watch.EvaluationPeriods).ToList();
        var missing = watch.EvaluationPeriods - seen.Count;
        return missing == 0
            ? Verdict(watch, seen, IsAlarm(watch, seen, added: 0), missing)
            : Filled(watch, seen, missing);
    }

    private static AlarmVerdict? Filled(AlarmWatch watch, List<Datapoint> seen, int missing) =>
        watch.TreatMissingData switch
    {
        MissingData.Breaching => Verdict(watch, seen, IsAlarm(watch, seen, added: missing), missing),
        MissingData.NotBreaching => Verdict(watch, seen, IsAlarm(watch, seen, added: 0), missing),
        MissingData.Missing when seen.Count == 0 =>
            new AlarmVerdict(AlarmState.InsufficientData, AlarmReason.Unknown(missing)),
        _ when IsAlarm(watch, seen, added: 0) || seen.Any(datapoint => !datapoint.IsBreaching) =>
            Verdict(watch, seen, IsAlarm(watch, seen, added: 0), missing),
        MissingData.Missing when IsOldBreach(watch, seen) => Verdict(watch, seen, isAlarm: true, missing),
        _ => null,
    };

    private static bool IsAlarm(AlarmWatch watch, List<Datapoint> seen, int added) =>
        seen.Count(datapoint => datapoint.IsBreaching) + added >= watch.DatapointsToAlarm;

    /// <summary>
    /// A breach with nothing but breaches and missing data after it is an alarm once it is as old as the data points to
    /// alarm (same page, "How alarm state is evaluated when data is missing"). UNVERIFIED: that a younger one leaves
    /// the alarm as it is.
    /// </summary>
    private static bool IsOldBreach(AlarmWatch watch, List<Datapoint> seen) =>
        seen[^1].Age >= watch.DatapointsToAlarm - 1;

    private static AlarmVerdict Verdict(AlarmWatch watch, List<Datapoint> seen, bool isAlarm, int missing) => new(
        isAlarm ? AlarmState.Alarm : AlarmState.Ok, AlarmReason.Crossed(watch, seen, isAlarm, missing));
}
