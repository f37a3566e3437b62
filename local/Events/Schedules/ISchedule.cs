namespace Infra.Local.Events.Schedules;

/// <summary>When a rule runs by the clock.</summary>
public interface ISchedule
{
    /// <summary>As it was written, such as <c>rate(1 day)</c>.</summary>
    string Expression { get; }

    /// <summary>The first moment after <paramref name="moment"/>, which is the last one or when the rule was made; null for never again.</summary>
    DateTimeOffset? After(DateTimeOffset moment);
}
