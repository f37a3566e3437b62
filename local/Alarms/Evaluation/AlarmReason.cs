using System.Globalization;

namespace Infra.Local.Alarms.Evaluation;

/// <summary>Why an alarm changed, in the words that CloudWatch's own notifications have.</summary>
internal static class AlarmReason
{
    /// <summary>For example <c>Insufficient Data: 1 datapoint was unknown.</c></summary>
    public static string Unknown(int missing) =>
        $"Insufficient Data: {missing} {(missing == 1 ? "datapoint was" : "datapoints were")} unknown.";

    public static string Crossed(AlarmWatch watch, IReadOnlyList<Datapoint> seen, bool isAlarm, int missing) =>
        $"Threshold Crossed: {(seen.Count, missing) switch
        {
            (0, _) => $"no datapoints were received for {Count(missing, "period")} and {Treated(watch, missing)}",
            (_, 0) => $"{OutOf(watch, seen, isAlarm)} ({Minimum(watch, isAlarm)})",
            _ when Fills(watch) => $"{Some(watch, seen, isAlarm)} and {Treated(watch, missing)}",
            _ => Some(watch, seen, isAlarm),
        }}.";

    private static bool Fills(AlarmWatch watch) =>
        watch.TreatMissingData is MissingData.Breaching or MissingData.NotBreaching;

    private static string OutOf(AlarmWatch watch, IReadOnlyList<Datapoint> seen, bool isAlarm)
    {
        var meant = seen.Where(datapoint => datapoint.IsBreaching == isAlarm).ToList();
        return $"{meant.Count} out of the last {seen.Count} datapoints {Values(meant)} "
            + watch.Threshold.Sentence(isAlarm, meant.Count);
    }

    // What was received may say the opposite of the verdict, when it is the missing ones that decide.
    private static string Some(AlarmWatch watch, IReadOnlyList<Datapoint> seen, bool isAlarm)
    {
        var meant = seen.Where(datapoint => datapoint.IsBreaching == isAlarm).ToList();
        var isBreached = meant.Count > 0 ? isAlarm : !isAlarm;
        var told = meant.Count > 0 ? meant : seen;
        return $"{Count(told.Count, "datapoint")} {Values(told)} {watch.Threshold.Sentence(isBreached, told.Count)}";
    }

    private static string Minimum(AlarmWatch watch, bool isAlarm)
    {
        var needed = isAlarm ? watch.DatapointsToAlarm : watch.EvaluationPeriods - watch.DatapointsToAlarm + 1;
        return $"minimum {Count(needed, "datapoint")} for {(isAlarm ? "OK -> ALARM" : "ALARM -> OK")} transition";
    }

    private static string Treated(AlarmWatch watch, int missing) =>
        $"{missing} missing {(missing == 1 ? "datapoint was" : "datapoints were")} treated as "
        + $"[{(watch.TreatMissingData == MissingData.Breaching ? "Breaching" : "NonBreaching")}]";

    private static string Values(IEnumerable<Datapoint> datapoints) =>
        $"[{string.Join(", ", datapoints.Select(Value))}]";

    private static string Value(Datapoint datapoint)
    {
        var at = datapoint.At.ToString("dd/MM/yy HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{AlarmThreshold.Number(datapoint.Value)} ({at})";
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
