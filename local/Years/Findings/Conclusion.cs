using System.Globalization;
using Infra.Local.Years.Accidents;
using Infra.Local.Years.People;
using Infra.Local.Years.Pki;

namespace Infra.Local.Years.Findings;

/// <summary>What the years come to, line by line.</summary>
public sealed class Conclusion(
    YearsOptions options, Ledger ledger, Removals removals, OwnAuthority own, IReadOnlyList<PkiTeam> teams)
{
    /// <summary>
    /// Days: a team that does nothing is told at 180 days; bad days may hold that up by some.
    /// </summary>
    private const int LeastWarning = 170;

    public YearsOutcome Of(
        DailyAccidents accidents, Inbox inbox, HumanActions people, long calls, TimeSpan took)
    {
        var warnings = DaysOfWarning(inbox).ToArray();
        var fewest = ledger.Fewest.MinBy(one => one.Value);
        Finding[] findings =
        [
            new("sign-in outages (directory days)", Text(ledger.Outages.Count), "0", ledger.Outages.Count == 0),
            new("wrong removals", Text(removals.Wrong.Count), "0", removals.Wrong.Count == 0),
            new(
                "fewest usable certificates ever, by any hand",
                $"{fewest.Value} ({fewest.Key.Name})",
                "at least 1",
                fewest.Value >= 1),
            Told("successors dropped", teams.Sum(team => team.Generations.Count() - team.Lines.Count)),
            Told("successors dropped before they are valid", teams.Sum(team => team.Generations.Count(
                generation => generation.NotBefore > generation.DroppedAt))),
            new("certificates replaced or withdrawn", Text(removals.Right), "at least 1", removals.Right > 0),
            new("CA renewals", Text(own.Renewals), "at least 1", options.Years < 3 || own.Renewals > 0),
            new(
                "least days of warning to a team that forgot",
                warnings.Length == 0 ? "nobody forgot" : Text(warnings.Min()),
                $"at least {LeastWarning}",
                warnings.Length == 0 || warnings.Min() >= LeastWarning),
            Told("human actions: successors asked for", teams.Sum(team => team.Lines.Sum(line => line.Asked))),
            Told("human actions: publications in Active Directory", people.Publications),
            Told("human actions: certificates approved", people.Approvals),
            Told("messages sent", inbox.All.Count),
            .. LetterKinds.Of(inbox.All).Select(kind => Told($"  {kind.Kind}", kind.Count)),
            Told("changes by hand", accidents.ByHand.Changes),
            Told("days with an outage of a service", accidents.TroubledDays),
            Told("calls made", calls),
            new("calls per day and directory", Text(calls / 365.25 / options.Years / ledger.Directories), null, true),
            Told("seconds", (long)took.TotalSeconds),
        ];
        return new YearsOutcome(options.Years, options.Seed, findings, [.. ledger.Outages, .. removals.Wrong]);
    }

    private IEnumerable<int> DaysOfWarning(Inbox inbox) =>
        from generation in teams.SelectMany(team => team.Generations)
        where generation.IsForgotten
        let letter = inbox.AskingForSuccessorOf(generation)
        where letter is not null
        select (int)(generation.NotAfter - letter.At).TotalDays;

    private static Finding Told(string name, long value) => new(name, Text(value), null, true);

    private static string Text(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
