namespace Infra.Local.Alarms.Evaluation;

/// <summary>What an alarm makes of a period without values.</summary>
public enum MissingData
{
    /// <summary>CloudWatch's default: no value at all is <see cref="AlarmState.InsufficientData"/>.</summary>
    Missing,

    NotBreaching,

    Breaching,

    /// <summary>The alarm stays as it is.</summary>
    Ignore,
}
