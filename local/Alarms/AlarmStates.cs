namespace Infra.Local.Alarms;

/// <summary>The states as CloudWatch writes them.</summary>
public static class AlarmStates
{
    public static string Text(this AlarmState state) => state switch
    {
        AlarmState.Ok => "OK",
        AlarmState.Alarm => "ALARM",
        _ => "INSUFFICIENT_DATA",
    };
}
