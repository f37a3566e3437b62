namespace Infra.Local.Events.Schedules;

/// <summary>When a rule runs by the clock.</summary>
public interface ISchedule
{
    /// <summary>As it was written, such as <c>rate(1 day)</c>.</summary>
    string Expression { get; }

    /// <summary>The first moment after another one; null for never again.</summary>
    /// <param name="moment">The last one, or when the rule was made.</param>
    DateTimeOffset? After(DateTimeOffset moment);
}
