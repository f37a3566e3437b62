namespace Infra.Local.Alarms;

/// <summary>What an alarm says.</summary>
public enum AlarmState
{
    InsufficientData,

    Ok,

    Alarm,
}
