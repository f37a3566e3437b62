namespace Infra.Local.Alarms.Evaluation;

/// <summary>How the values of a period become one data point.</summary>
public enum AlarmStatistic
{
    SampleCount,

    Average,

    Sum,

    Minimum,

    Maximum,
}
