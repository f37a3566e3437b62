namespace Infra.TrustManager.Settings;

/// <summary>Decides which of the functions in this executable to be.</summary>
public static class FunctionChoice
{
    /// <summary>Every function, by the name that chooses it.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [
            TrustManagerVariables.CaRevocation,
            TrustManagerVariables.FirstCrl,
            TrustManagerVariables.CaActivation,
            TrustManagerVariables.DirectoryTrust,
            TrustManagerVariables.DirectoryReconcile,
            TrustManagerVariables.DirectoryRead,
            TrustManagerVariables.CaRenewal,
            TrustManagerVariables.CaRead,
        ];

    /// <exception cref="InvalidOperationException">The environment names no function, or one that is not
    /// known.</exception>
    public static string From(Func<string, string?> variable)
    {
        var (source, name) = variable(TrustManagerVariables.Function) is { Length: > 0 } chosen
            ? (TrustManagerVariables.Function, chosen)
            : (TrustManagerVariables.Handler, variable(TrustManagerVariables.Handler) ?? "");
        return Known.Contains(name, StringComparer.Ordinal)
            ? name
            : throw new InvalidOperationException(
                $"{source} is '{name}', which is no function of this executable. Known are {string.Join(", ", Known)}: "
                + $"set the function's handler, or {TrustManagerVariables.Function}, to one of them.");
    }
}
