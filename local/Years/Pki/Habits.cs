namespace Infra.Local.Years.Pki;

/// <summary>How a PKI team handles one of its CAs.</summary>
/// <param name="Name">Common name; a generation's number follows unless <paramref name="KeepsName"/>.</param>
/// <param name="Validity">Of each certificate.</param>
/// <param name="FirstLeft">What is left of the first one when the years begin.</param>
/// <param name="KeepsName">Whether every generation has the same name.</param>
/// <param name="ShortestLead">Earliest a successor is there before the end of what it replaces.</param>
/// <param name="LongestLead">Latest.</param>
/// <param name="CardLife">Validity of what the CA issues to people or servers.</param>
/// <param name="Forgets">Chance that the team does nothing until it is asked.</param>
/// <param name="ComesEarly">Chance that a successor is delivered before it is valid.</param>
/// <param name="Swaps">Chance that it takes the old file away on the day on which the new one comes.</param>
public sealed record Habits(
    string Name,
    TimeSpan Validity,
    TimeSpan FirstLeft,
    bool KeepsName,
    TimeSpan ShortestLead,
    TimeSpan LongestLead,
    TimeSpan CardLife,
    double Forgets,
    double ComesEarly,
    double Swaps)
{
    private static TimeSpan Days(int days) => TimeSpan.FromDays(days);

    /// <summary>Its successor comes while it still outlives everything that is issued below it.</summary>
    public static Habits CardRoot { get; } = new(
        "Agency Root CA", Days(12 * 365), Days(7 * 365), false, Days(4 * 365), Days(4 * 365), Days(4 * 365), Forgets: 0, ComesEarly: 0, Swaps: 0);

    /// <summary>Numbered generations, as large agencies have them.</summary>
    public static Habits CardIssuer { get; } = new(
        "Agency Card CA", Days(3 * 365), Days(500), false, Days(150), Days(400), Days(365), Forgets: 0.3, ComesEarly: 0.5, Swaps: 0);

    /// <summary>One name for ever, renewed with a new key, often late.</summary>
    public static Habits Servers { get; } = new(
        "Agency Server CA", Days(2 * 365), Days(300), true, Days(120), Days(300), Days(45), Forgets: 0.5, ComesEarly: 0.5, Swaps: 0.5);
}
