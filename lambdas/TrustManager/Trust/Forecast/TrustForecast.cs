using Infra.TrustManager.Memory;

namespace Infra.TrustManager.Trust.Forecast;

/// <summary>Says what comes on which day: plans again on every day on which something falls due.</summary>
public static class TrustForecast
{
    /// <summary>How far it looks: a rotation is over long before.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(3 * 365);

    /// <summary>
    /// Most days that are looked at, so that it ends soon whatever is wanted: a hundred certificates have fewer dates
    /// in three years.
    /// </summary>
    private const int MaxDays = 400;

    /// <summary>Most lines: more than that nobody reads, and an answer of a function has to stay small.</summary>
    private const int MaxLines = 100;

    /// <summary>What comes after what is to be done now, soonest first.</summary>
    /// <param name="memory">In line with <paramref name="state"/>.</param>
    public static IReadOnlyList<ForecastLine> From(
        DirectoryState state,
        TrustMemory memory,
        DesiredTrust desired,
        Ceilings ceilings,
        RotationRules rules,
        DateTimeOffset now)
    {
        List<ForecastLine> lines = [];
        HashSet<string> refusals = [];
        var directory = new ImaginedDirectory(state, memory);
        var (day, end) = (now, now + Reach);
        for (var days = 0; days <= MaxDays && lines.Count < MaxLines && day <= end; days++)
        {
            var plan = Plan(day);
            if (day > now)
            {
                lines.AddRange(ForecastLines.Done(plan, rules.Mode, day));
                lines.AddRange(plan.Refusals.Where(refusals.Add)
                    .Select(refusal => new ForecastLine(day, "nothing, since it is refused", refusal)));
            }

            refusals.UnionWith(plan.Refusals);
            directory = directory.After(plan, day);
            var views = PurposeView.Managed(directory.State, directory.Memory, desired, day);
            var events = views.SelectMany(ForecastLines.Ends).ToArray();
            lines.AddRange(events.Where(line => line.On == day && day > now));
            var coming = events.Select(line => line.On).Concat(Plan(day).Waiting.Select(waiting => waiting.From))
                .Where(on => on > day).ToArray();
            if (coming.Length == 0)
            {
                break;
            }

            day = coming.Min();
        }

        return [.. lines.Take(MaxLines)];

        TrustPlan Plan(DateTimeOffset at) =>
            TrustPlan.Between(directory.State, directory.Memory, desired, ceilings, rules, at);
    }
}
