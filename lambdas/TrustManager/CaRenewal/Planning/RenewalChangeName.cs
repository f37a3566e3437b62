namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>What a change is called in the environment file: its name with a small first letter.</summary>
public static class RenewalChangeName
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<RenewalChange>().Select(Of)];

    public static string Of(RenewalChange change) =>
        $"{char.ToLowerInvariant($"{change}"[0])}{$"{change}"[1..]}";

    /// <summary>Null for a name that no change has.</summary>
    public static RenewalChange? Find(string name) =>
        All.Contains(name) ? Enum.Parse<RenewalChange>(name, ignoreCase: true) : null;
}
