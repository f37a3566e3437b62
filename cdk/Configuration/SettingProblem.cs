namespace Infra.Cdk.Configuration;

/// <summary>One thing wrong with an environment file, told so that the reader can repair it.</summary>
/// <param name="Path">Where it stands, such as <c>network.clientCidrs[0]</c>.</param>
/// <param name="Found">The value seen.</param>
/// <param name="Allowed">The values allowed.</param>
/// <param name="Next">What to do, in a whole sentence.</param>
public sealed record SettingProblem(string Path, string Found, string Allowed, string Next)
{
    /// <summary>Other settings that the rule looked at.</summary>
    public IReadOnlyList<string> ComparedWith { get; init; } = [];

    public override string ToString() => $"{Path}: found {Found}; allowed: {Allowed}. {Next}";
}
